import { expect, it } from 'vitest'
import { audit, auditModule } from '#platform/audit'
import { roles } from '#platform/context'
import { platformWorld, someone } from '../../../../test/platform.ts'

const module = auditModule([], [])
const world = platformWorld([module])

const get = (who: string | null, url: string) => world.inject(who, { method: 'GET', url })

it('the auditor reads what was done, newest first, page by page, and by object', async () => {
  world.be('auditor', someone('auditor', 'auditAdmin'))
  for (const id of ['1', '2', '3']) {
    await audit(world.context(), { action: 'thing.changed', object: { kind: 'thing', id }, facts: { complete: true } })
    world.turn(1000)
  }
  const first = (await get('auditor', '/api/audit/entries?limit=2')).json()
  expect(first.items.map((one: { objectId: string }) => one.objectId)).toEqual(['3', '2'])
  expect(first.items[0]).toMatchObject({
    facts: { complete: true },
    factsSay: [{ name: { zh: '登录完成' }, value: { zh: '是', en: 'yes' } }],
  })
  const second = (await get('auditor', `/api/audit/entries?limit=2&after=${first.next}`)).json()
  expect(second.items.map((one: { objectId: string }) => one.objectId)).toEqual(['1'])
  expect(second.next).toBeNull()
  expect((await get('auditor', '/api/audit/entries?objectKind=thing&objectId=2')).json().items).toHaveLength(1)
  expect((await get('auditor', '/api/audit/entries?after=nonsense')).json()).toMatchObject({ status: 400, code: 'audit.cursor' })
})

it('the auditor verifies the chain, and reads in words what is wrong', async () => {
  world.be('auditor', someone('auditor', 'auditAdmin'))
  await module.jobs?.[0]?.run(world.context())
  expect((await get('auditor', '/api/audit/chain')).json()).toMatchObject({ blocks: 1, rows: 3, broken: [], next: null })
  await world.db.query({ text: `delete from audit.entry where object_id = '2'`, values: [] })
  const { broken } = (await get('auditor', '/api/audit/chain')).json()
  expect(broken).toMatchObject([{ n: 1, fault: 'rows', sealed: 3, found: 2, say: { zh: expect.stringContaining('改动') } }])
})

it.each(['/api/audit/entries', '/api/audit/chain'])('%s is nobody else’s', async (url) => {
  for (const role of roles.filter((one) => one !== 'auditAdmin')) {
    world.be(role, someone(role, role))
    expect([role, (await get(role, url)).statusCode]).toEqual([role, 403])
  }
  expect((await get(null, url)).statusCode).toBe(401)
})
