import { expect, it } from 'vitest'
import { type Both, Effect, largest, type PastMatter } from './effect.ts'

const matter = (id: string, more: Partial<PastMatter> = {}): PastMatter => ({
  id,
  number: id,
  title: id,
  category: '20001',
  area: '990901001001001',
  severity: 'small',
  state: 'closed',
  lead_unit: 'a',
  ...more,
})
const both = (was: string | null, is: string | null, more: Partial<Both> = {}): Both => ({
  was: { lead: was, blocked: false },
  is: { lead: is, blocked: false },
  letWas: true,
  letsIs: true,
  ...more,
})

it('counts each matter once: as before, elsewhere, nowhere; every count has its base', () => {
  const effect = new Effect()
  const said: readonly [PastMatter, Both][] = [
    [matter('1'), both('a', 'a')],
    [matter('2'), both('a', 'b')],
    [matter('3', { category: '21001', area: '990901002001' }), both('a', 'b')],
    [matter('4', { lead_unit: 'b' }), both('a', null)],
    [matter('5', { lead_unit: null }), both(null, 'b')],
    [matter('6', { state: 'referred' }), both('a', 'b')],
  ]
  for (const [one, words] of said) effect.add(one, () => words)
  expect(effect).toMatchObject({ examined: 5, unneeded: 1, same: 1, moved: 4, nobody: 1, blocked: 0 })
  expect(effect.same + effect.moved).toBe(effect.examined)
  expect(effect.practice).toEqual({ of: 4, was: 3, is: 1 })
  expect([...effect.shifts.values()].map(({ from, to, n }) => [from, to, n])).toEqual([
    ['a', 'b', 2],
    ['a', null, 1],
    [null, 'b', 1],
  ])
  expect(largest(effect.categories.moved, 9)).toEqual([
    { key: '20001', n: 3 },
    { key: '21001', n: 1 },
  ])
  expect(effect.areas.of.get('990901001')).toBe(4)
})

it('counts as blocked what goes to a community against the rules, or was there and may be no longer', () => {
  const effect = new Effect()
  effect.add(matter('1'), () => both('a', 'c', { is: { lead: 'c', blocked: true } }))
  effect.add(matter('2', { lead_unit: 'c' }), () => both('c', 'a', { letsIs: false }))
  effect.add(matter('3', { lead_unit: 'c' }), () => both('c', 'c', { letWas: false, letsIs: false }))
  expect(effect.blocked).toBe(2)
  expect(effect.blockedExamples.map((one) => one.id)).toEqual(['1', '2'])
})

it('keeps few examples of each', () => {
  const effect = new Effect()
  for (let n = 0; n < 50; n++) effect.add(matter(String(n)), () => both('a', null))
  expect([...effect.shifts.values()][0]?.examples).toHaveLength(5)
  expect(effect.nobodyExamples).toHaveLength(5)
  expect(effect.nobody).toBe(50)
})
