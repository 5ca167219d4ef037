import { describe, expect, it } from 'vitest'
import { newId } from '#platform/ids'
import { world } from '../../../../test/world.ts'
import { makeCases } from '../commands/make-cases.ts'
import { raiseAlarms } from '../sql/alarms.ts'
import { type AlarmSeen, alarms, device, tell } from './devices.ts'

const w = world()
const minute = 60_000
const second = 1000

interface CaseSeen {
  readonly id: string
  readonly state: string
  readonly channel: string
  readonly text: string
  readonly category: { code: string }
  readonly clocks: readonly { name: string }[]
}

async function caseOf(alarm: AlarmSeen | undefined): Promise<CaseSeen> {
  const answer = await (await w.as('dispatcher')).get(`/api/cases/${alarm?.caseId}`)
  expect(answer.status).toBe(200)
  return answer.body as CaseSeen
}

describe('an alarm that stands', () => {
  it('becomes one matter with an owner and a clock, by its rule', async () => {
    const one = await device(w, 'manhole', '99090101002000017')
    await tell(w.visitor, one, { tilt: 40 }, w.now())
    const desk = await w.as('dispatcher')
    const mine = () => alarms(desk, `&device=${one.id}`)
    await makeCases(w.context())
    expect((await mine())[0]?.caseId).toBeNull() // it may be over in a moment
    w.turn(61 * second)
    await Promise.all([makeCases(w.context()), makeCases(w.context())])
    await makeCases(w.context())
    const found = await caseOf((await mine())[0])
    expect(found).toMatchObject({ state: 'registered', channel: 'device', category: { code: '01002' } })
    expect(found.text).toContain('井盖移位：倾角 40 °')
    expect(found.text).toContain('990901 010020 00017')
    expect(found.clocks.map((clock) => clock.name)).toContain('finish')
    const [row] = await w.db.query<{ n: number }>({ text: `select count(*) as n from cases."case" where origin = 'telemetry'`, values: [] })
    expect(row?.n).toBe(1)
    const waiting = (await desk.get('/api/worklist')).body as { items: { noun: { id: string } }[] }
    expect(JSON.stringify(waiting)).toContain(found.id)
  })

  it('and comes again while its matter is under way belongs to that one', async () => {
    const one = await device(w, 'manhole', 'again')
    const desk = await w.as('dispatcher')
    for (const tilt of [40, 1, 40]) {
      await tell(w.visitor, one, { tilt }, w.now())
      w.turn(2 * minute)
      await makeCases(w.context())
    }
    const all = await alarms(desk, `&device=${one.id}`)
    expect(all).toHaveLength(2)
    expect(new Set(all.map((alarm) => alarm.caseId)).size).toBe(1)
  })

  it('but is over before its time, or whose rule asks for none, becomes none', async () => {
    const [gone, battery] = [await device(w, 'manhole', 'gone'), await device(w, 'manhole', 'battery')]
    for (const tilt of [40, 1]) {
      await tell(w.visitor, gone, { tilt }, w.now())
      w.turn(5 * second)
    }
    for (const level of [9, 8, 7]) await tell(w.visitor, battery, { battery: level }, w.turn(second))
    w.turn(2 * minute)
    await makeCases(w.context())
    for (const one of [gone, battery]) expect(await alarms(await w.as('dispatcher'), `&device=${one.id}`)).toMatchObject([{ caseId: null }])
  })
})

describe('a storm', () => {
  it('of 10,000 alarms is one matter that lists them, and takes in those that follow', async () => {
    const one = await device(w, 'lamp', 'of-the-storm')
    const raised = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        region: '990901',
        id: newId('990901', w.now()),
        component: `lamp-${from + n}`,
        kind: 'lamp-silent',
        device: one.id,
        area: '990901001001001',
        openedAt: w.now().getTime(),
        lastAt: w.now().getTime(),
        times: 1,
        value: null,
        worst: null,
        low: false,
      }))
    for (let from = 0; from < 10_000; from += 2_500) {
      await raiseAlarms(w.db, raised(from, 2_500))
      w.turn(10 * second)
    }
    w.turn(40 * second)
    await makeCases(w.context())
    const desk = await w.as('dispatcher')
    const [first] = await alarms(desk, '&kind=lamp-silent')
    const found = await caseOf(first)
    expect(found.text).toContain('10000 处路灯控制器同时报「没有消息」')
    expect(found.text).toContain('等 10000 个')
    await raiseAlarms(w.db, raised(10_000, 30))
    await makeCases(w.context())
    const counts = await w.db.query<{ case_id: string; n: number }>({
      text: `select case_id, count(*) as n from telemetry.alarm where kind = 'lamp-silent' group by 1`,
      values: [],
    })
    expect(counts).toEqual([{ case_id: found.id, n: 10_030 }])
    const listed = await alarms(desk, `&case=${found.id}`)
    expect([listed.length, listed[0]?.storm]).toEqual([200, true])
  })
})

describe('two at once', () => {
  it('of one component and kind are one alarm', async () => {
    const [one, other] = [await device(w, 'water', 'shared'), await device(w, 'water', 'shared')]
    for (let n = 0; n < 3; n++) {
      w.turn(minute)
      await Promise.all([tell(w.visitor, one, { level: 30 + n }, w.now()), tell(w.visitor, other, { level: 20 }, w.now())])
    }
    const rows = (await alarms(await w.as('dispatcher'))).filter((alarm) => alarm.component === 'shared' && alarm.kind === 'water-high')
    expect(rows).toMatchObject([{ times: 4, worst: 32 }])
  })
})
