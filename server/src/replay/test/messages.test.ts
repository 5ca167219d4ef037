import { beforeAll, describe, expect, it } from 'vitest'
import { replay } from '#mechanisms/flow'
import { caseFlow, orderFlow } from '#modules/cases'
import { type MessageReplay, prepareRealCity, replayMessages } from '../messages.ts'
import { hasSources } from '../source.ts'
import { emptyCity, shared } from './city.ts'

const sample = 150
const city = emptyCity()

describe.runIf(hasSources(shared))('real messages', () => {
  let told: MessageReplay
  beforeAll(async () => {
    await prepareRealCity(city.context(), shared)
    told = await replayMessages(city.context(), shared, sample)
  }, 120_000)

  it('enter through the ordinary import, every row of them, and a second time change nothing', () => {
    const { imported, again } = told
    expect(imported).toMatchObject({ rows: sample, already: 0 })
    expect(imported.taken + imported.unread).toBe(sample)
    expect(imported.problems.filter((one) => one.kind === 'unread')).toHaveLength(imported.unread)
    expect(again).toMatchObject({ rows: sample, taken: 0, already: imported.taken })
  })

  it('are placed by the declared table or lie at the city desk, and find a class', async () => {
    const { imported, placed, categorised } = told
    const atDesk = await city.app().db.query({ text: `select 1 from cases."case" where area = '2109' and region = '210900'`, values: [] })
    expect(placed + atDesk.length).toBe(imported.taken)
    expect(placed).toBeGreaterThan(sample / 2)
    expect(categorised).toBeGreaterThan(sample * 0.7)
  })

  it('live through the ordinary commands: their two real times stand in the history, what lies between is the system’s', async () => {
    const rows = await city.app().db.query<{ move: string; kind: string; who: string; n: number; off: number }>({
      text: `select t.move, t.actor_kind as kind, t.actor_id as who, count(*) as n,
          count(*) filter (where t.move = 'report' and t.at <> c.reported_at or t.move = 'ordersDone' and t.at <> c.fed_back_at) as off
        from flow.trace t join cases."case" c on c.region = t.region and (c.id = t.noun_id or exists (select 1 from cases.work_order o where o.region = c.region and o.case_id = c.id and o.id = t.noun_id))
        where t.move in ('report', 'dispatch', 'acknowledge', 'feedback', 'ordersDone') group by 1, 2, 3 order by 1`,
      values: [],
    })
    expect(rows.map(({ move, kind, n }) => [move, kind, n])).toEqual([
      ['acknowledge', 'system', told.lived],
      ['dispatch', 'system', told.lived],
      ['feedback', 'system', told.lived],
      ['ordersDone', 'system', told.lived],
      ['report', 'staff', told.imported.taken],
    ])
    expect(rows.every((row) => row.off === 0)).toBe(true)
  })

  it('are answered within 7 days, within 15 working days, or beyond, and each matter’s own clock says the same', () => {
    const { n, within7Days, within15WorkingDays, beyond } = told.swiftness
    process.stdout.write(
      `messages: ${within7Days}/${n} within 7 days, ${within15WorkingDays}/${n} later within 15 working days, ${beyond}/${n} beyond\n`,
    )
    expect(n).toBe(told.lived)
    expect(within7Days + within15WorkingDays + beyond).toBe(n)
    expect(within7Days).toBeGreaterThan(0)
    expect(beyond).toBeGreaterThan(0)
    expect(told.clocksAgree).toBe(n)
  })

  it('are never counted as solved, and get no verdict that nobody gave', async () => {
    expect(told.states).toEqual({ verifying: told.lived })
    const found = await city
      .app()
      .db.query({ text: `select 1 from cases."case" where outcome = 'solved' or verdict is not null`, values: [] })
    expect(found).toEqual([])
  })

  it('can be told again from their history alone', async () => {
    const { db } = city.app()
    type Row = { noun: 'case' | 'order'; state: string; version: number; traces: Parameters<typeof replay>[1] }
    const rows = await db.query<Row>({
      text: `select n.noun, n.state, n.version, (select json_agg(t order by t.seq) from flow.trace t where t.region = n.region and t.noun_id = n.id) as traces
        from (select 'case' as noun, region, id, state, version from cases."case" union all select 'order', region, id, state, version from cases.work_order) n`,
      values: [],
    })
    const wrong = rows.filter(({ noun, state, traces }) => {
      const back = replay((noun === 'case' ? caseFlow : orderFlow) as unknown as Parameters<typeof replay>[0], traces)
      return back.state !== state || back.faults.length > 0
    })
    expect(rows.length).toBe(told.imported.taken + told.lived)
    expect(wrong).toEqual([])
  })
})
