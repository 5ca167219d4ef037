import { beforeAll, expect, it } from 'vitest'
import { type Counts, countsOf, fold, recount } from '#mechanisms/metric'
import { type Person, world } from '../../../../test/world.ts'
import { sweepClocks } from '../index.ts'
import { caseSubject } from '../sql/figures.ts'
import { answer, ok, seen, tell } from './together-people.ts'

/** One work counts once, however many reported it; each reporter's word counts. */

const w = world({ working: true })
let dispatcher: Person
let water: Person
const all = { area: '9909', from: '2026-01-01', to: '2026-12-01' }
const counts = async (unit?: string): Promise<Counts> =>
  (await countsOf(w.context(), caseSubject, { ...all, ...(unit && { unit }) }))[0]?.counts ?? {}
const sum = (of: Counts, ...names: string[]): number => names.reduce((total, name) => total + (of[name] ?? 0), 0)
/** What rose since `before`, of these counters. */
const risen = (before: Counts, after: Counts, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]))
const noDifference = async (): Promise<void> => {
  expect((await recount(w.context(), caseSubject)).differences).toEqual([])
  const now = await counts()
  await fold(w.context(), caseSubject)
  expect(await counts()).toEqual(now)
  expect((await recount(w.context(), caseSubject)).differences).toEqual([])
}
const work = [
  'reported',
  'accepted',
  'answered',
  'closed',
  'orders',
  'handedIn',
  'finishDue',
  'finishKept',
  'deferred',
  'reworked',
] as const

beforeAll(async () => {
  dispatcher = await w.as('dispatcher')
  water = await w.as('water')
})

it('counts two reports, one work and two words, for the city and for the unit', async () => {
  const before = { city: await counts(), unit: await counts('990901-water') }
  const [main, other] = [await tell(w, '水管漏水一'), await tell(w, '水管漏水二')]
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  await answer(dispatcher, water, main.id, '修好了')
  await w.settled()
  await ok(w.visitor.post(`${main.follow}/say`, { solved: 'yes', satisfied: 5 }))
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'partly', satisfied: 2 }))
  const city = await counts()
  expect(risen(before.city, city, work)).toEqual({
    reported: 2,
    accepted: 1,
    answered: 1,
    closed: 1,
    orders: 1,
    handedIn: 1,
    finishDue: 1,
    finishKept: 1,
    deferred: 0,
    reworked: 0,
  })
  const words = { asked: 2, solved: 1, partlySolved: 1, graded: 2, satisfied: 1 }
  expect(risen(before.city, city, Object.keys(words))).toEqual(words)
  expect(risen(before.unit, await counts('990901-water'), Object.keys(words))).toEqual(words)
  expect(sum(city, 'solvedInGrid', 'solvedInCommunity', 'solvedInTown', 'solvedAbove')).toBe(city['solved'])
  await noDifference()
})

it('counts the rework of an unhappy reporter once, and a late promise as late', async () => {
  const [main, other] = [await tell(w, '路面塌陷一'), await tell(w, '路面塌陷二')]
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  const before = await counts()
  await answer(dispatcher, water, main.id, '填好了')
  await w.settled()
  await ok(w.visitor.post(`${main.follow}/say`, { solved: 'yes' }))
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'no', words: '又塌了' }))
  await answer(dispatcher, water, main.id, '重新填好了')
  await w.settled()
  await ok(w.visitor.post(`${other.follow}/say`, { solved: 'yes' }))
  expect(risen(before, await counts(), ['reworked', 'answered', 'solved', 'notSolved', 'closed'])).toEqual({
    reworked: 1,
    answered: 1,
    solved: 2,
    notSolved: 0,
    closed: 1,
  })
  await noDifference()
})

it('takes back what was counted for a report that is split off, and counts its own life from there', async () => {
  const [main, other] = [await tell(w, '井盖松动一'), await tell(w, '井盖松动二')]
  await ok(dispatcher.post(`/api/cases/${other.id}/merge`, { into: main.number }))
  const before = await counts()
  await answer(dispatcher, water, main.id, '井盖固定了')
  await w.settled()
  w.turn(8 * 86_400_000)
  await sweepClocks(w.context()) // nobody said anything: both are asked and silent
  const [again, unit] = [await w.as('dispatcher', true), await w.as('water', true)]
  await ok(again.post(`/api/cases/${other.id}/split`, { words: '不是同一个井盖' }))
  expect(await seen(again, `/api/cases/${other.id}`)).toMatchObject({ state: 'submitted', reopened: 0 })
  const apart = risen(before, await counts(), ['accepted', 'asked', 'answered'])
  expect(apart).toEqual({ accepted: 1, asked: 1, answered: 1 })
  await answer(again, unit, other.id, '也固定了')
  expect(risen(before, await counts(), ['accepted', 'answered', 'orders'])).toEqual({ accepted: 2, answered: 2, orders: 2 })
  await noDifference()
})
