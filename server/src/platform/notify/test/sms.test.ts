import { describe, expect, it } from 'vitest'
import { platformWorld, someone } from '../../../../test/platform.ts'
import { markDemonstration } from '../../demonstration.ts'
import { type Sms, sendSms } from '../../notify.ts'
import { eraseSubject, findSubjects } from '../../vault.ts'
import notifyModule from '../module.ts'
import { forgetOld } from '../sweep.ts'

const world = platformWorld([notifyModule])
const code: Sms = { region: '990101', phone: '13800000001', text: '您的验证码是 246810，5 分钟内有效。', reason: 'signInCode' }

interface Log {
  readonly items: readonly { to: string; reason: string; state: string; channel: string; text: string | null }[]
}

async function log(): Promise<Log['items']> {
  world.be('root', someone('root', 'systemAdmin', ''))
  return (await world.inject('root', { method: 'GET', url: '/api/deliveries' })).json<Log>().items
}

describe('text messages', () => {
  it('are logged with a masked number; in a real city nobody reads the words, not even in the database', async () => {
    await sendSms(world.context(), code)
    expect(await log()).toMatchObject([{ to: '138****0001', reason: 'signInCode', channel: 'sms', state: 'kept', text: null }])
    const dump = await world.db.query({
      text: 'select d::text as row from notify.delivery d union all select f::text from vault.field f',
      values: [],
    })
    expect(JSON.stringify(dump)).not.toMatch(/246810|13800000001/)
  })

  it('of the demonstration can be read by its administrator, and by nobody else', async () => {
    await markDemonstration(world.db, world.context().now)
    expect((await log())[0]?.text).toBe(code.text)
    for (const role of ['resident', 'dispatcher', 'securityAdmin', 'auditAdmin'] as const) {
      world.be(role, someone(role, role))
      expect((await world.inject(role, { method: 'GET', url: '/api/deliveries' })).statusCode).toBe(403)
    }
    expect((await world.inject(null, { method: 'GET', url: '/api/deliveries' })).statusCode).toBe(401)
  })

  it('find the person by the phone, make one person per phone, and send once per key', async () => {
    await sendSms(world.context(), { ...code, phone: '+86 138-0000-0001' })
    expect(await findSubjects(world.context(), 'phone', '13800000001')).toHaveLength(1)
    const [subjectId] = await findSubjects(world.context(), 'phone', '13800000001')
    const step = { ...code, text: '您反映的事已办结。', reason: 'step', key: 'case.closed:1:9', ...(subjectId && { subjectId }) }
    await sendSms(world.context(), [step, { ...step, phone: '13800000002', key: 'case.closed:2:9' }])
    await sendSms(world.context(), [step])
    expect((await log()).filter((item) => item.reason === 'step')).toHaveLength(2)
  })

  it('are not sent to a person who was erased, and what they said is gone', async () => {
    const [subjectId = ''] = await findSubjects(world.context(), 'phone', '13800000001')
    const before = (await log()).length
    await eraseSubject(world.context(), subjectId)
    await sendSms(world.context(), { ...code, subjectId })
    const after = await log()
    expect(after).toHaveLength(before)
    expect(after.every((item) => item.text === null)).toBe(true)
  })

  it('lose their words after 7 days', async () => {
    world.turn(1000)
    await sendSms(world.context(), { ...code, phone: '13800000003' })
    expect((await log())[0]?.text).toBe(code.text)
    world.turn(7 * 24 * 3_600_000 + 1000)
    await forgetOld(world.context())
    expect((await log())[0]?.text).toBeNull()
  })
})
