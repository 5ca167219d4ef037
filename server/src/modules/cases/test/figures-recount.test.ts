import { beforeAll, describe, expect, it } from 'vitest'
import { catchUp, type Counts, countsOf, fold, lastRecount, recount } from '#mechanisms/metric'
import { seedCases } from '../../../demo/cases.ts'
import { makeGround } from '../../../demo/ground/index.ts'
import { type Person, world } from '../../../../test/world.ts'
import { caseSubject } from '../sql/figures.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
const all = { area: '9909', from: '2026-01-01', to: '2026-12-01' }
const counts = async (more: Partial<Parameters<typeof countsOf>[2]> = {}): Promise<Counts> =>
  (await countsOf(w.context(), caseSubject, { ...all, ...more }))[0]?.counts ?? {}
const differences = async (): Promise<unknown> => (await recount(w.context(), caseSubject)).differences

let who: Record<'resident' | 'dispatcher' | 'water', Person>
let place: { lon: number; lat: number }

beforeAll(async () => {
  await seedCases(w.context(), makeGround('small'), { holders: new Map(), residents: [] })
  who = { resident: await w.as('resident'), dispatcher: await w.as('dispatcher'), water: await w.as('water') }
  place = await spotIn(w, grid)
})

describe('lives that are written in one go', () => {
  it('count through the same path, and a recount from their traces finds no difference, before and after folding', async () => {
    const before = await counts()
    expect(before).toMatchObject({ reported: 240 })
    expect(before['solved']).toBeGreaterThan(0)
    expect(before['saidNothing']).toBeGreaterThan(0)
    expect(await differences()).toEqual([])
    await fold(w.context(), caseSubject)
    expect(await counts()).toEqual(before)
    expect(await differences()).toEqual([])
  })

  it('add up: what was asked is said or silent, counties make the city, orders their units', async () => {
    const city = await counts()
    const sum = (names: readonly string[], of: Counts): number => names.reduce((total, name) => total + (of[name] ?? 0), 0)
    expect(sum(['solved', 'partlySolved', 'notSolved', 'saidNothing'], city)).toBe(city['asked'])
    expect(sum(['solvedInGrid', 'solvedInCommunity', 'solvedInTown', 'solvedAbove'], city)).toBe(city['solved'])
    expect(sum(['graded', 'ungraded'], city)).toBe(city['reporterAsked'])
    const counties = await countsOf(w.context(), caseSubject, all, { areasOf: 6 })
    for (const name of ['reported', 'orders', 'heldMinutes'])
      expect(counties.reduce((total, one) => total + (one.counts[name] ?? 0), 0)).toBe(city[name])
    const [row] = await w.db.query<{ cases: number; orders: number }>({
      text: 'select (select count(*) from cases."case") as cases, (select count(*) from cases.work_order) as orders',
      values: [],
    })
    expect(row).toEqual({ cases: city['reported'], orders: city['orders'] })
  })
})

describe('a report and its moves over HTTP', () => {
  it('are in the figures with the answer of the request, and move with the matter', async () => {
    const before = await counts()
    const made = (await who.resident.post('/api/public/cases', { text: '水管爆了', category: '21002', place })).body as { id: string }
    expect(await counts()).toMatchObject({ reported: (before['reported'] ?? 0) + 1 })
    const water = await counts({ unit: '990901-water' })
    await who.dispatcher.post(`/api/cases/${made.id}/dispatch`, { lead: '990901-water' })
    const after = await counts({ unit: '990901-water' })
    expect(after).toMatchObject({ reported: (water['reported'] ?? 0) + 1, orders: (water['orders'] ?? 0) + 1 })
    const heating = await counts({ category: '21003' })
    await who.dispatcher.post(`/api/cases/${made.id}/classify`, { category: '21003', severity: 'small' })
    expect(await counts({ category: '21003' })).toMatchObject({
      reported: (heating['reported'] ?? 0) + 1,
      orders: (heating['orders'] ?? 0) + 1,
    })
    expect(await differences()).toEqual([])
  })

  it('count nothing when they are refused', async () => {
    const before = await counts()
    expect((await who.resident.post('/api/public/cases', { text: '' })).status).toBe(422)
    expect(await counts()).toEqual(before)
  })
})

describe('the nightly check', () => {
  it('finds what was planted, says so in the audit, and keeps it for the administrator', async () => {
    await w.db.query({
      text: `update cases."case" set tally = jsonb_set(tally, '{n,solved}', '1') where id = (select id from cases."case" where not tally -> 'n' ? 'solved' limit 1)`,
      values: [],
    })
    expect((await recount(w.context(), caseSubject)).differences).toHaveLength(2) // the noun, and its cell
    expect(await lastRecount(w.context(), 'case')).toMatchObject({ differing: 2 })
    const audited = await w.db.query({ text: `select 1 from audit.entry where action = 'figures.differ'`, values: [] })
    expect(audited).toHaveLength(1)
  })
})

describe('what was written before figures were kept', () => {
  it('is counted from its history, also when somebody moves it before', async () => {
    await w.db.query({
      text: `with c as (update cases."case" set tally = null), o as (update cases.work_order set tally = null), d as (delete from metric.delta) delete from metric.rollup`,
      values: [],
    })
    expect(await counts()).toEqual({})
    const made = (await who.resident.post('/api/public/cases', { text: '水管又爆了', category: '21002', place })).body as { id: string }
    await w.db.query({ text: `update cases."case" set tally = null where id = $1`, values: [made.id] })
    await w.db.query({ text: 'delete from metric.delta', values: [] })
    expect((await who.dispatcher.post(`/api/cases/${made.id}/dispatch`, { lead: '990901-water' })).status).toBe(200)
    await catchUp(w.context(), caseSubject)
    const [row] = await w.db.query<{ n: number }>({ text: 'select count(*) as n from cases."case"', values: [] })
    expect(await counts()).toMatchObject({ reported: row?.n })
    expect(await differences()).toEqual([])
    expect((await recount(w.context(), caseSubject)).checked).toBeGreaterThan(240)
  })
})
