import { expect, it } from 'vitest'
import { divided, type Returned, returnOutcomes, returnOutcomeSay, shares } from './returns.ts'

const received = [
  { unit: 'a', category: '20001', edition: 1, n: 10 },
  { unit: 'a', category: '21002', edition: 2, n: 5 },
  { unit: 'b', category: '20001', edition: 1, n: 7 },
]
const returned: readonly Returned[] = [
  { unit: 'a', category: '20001', edition: 1, n: 2, reason: 'notOurDuty', outcome: 'insisted' },
  { unit: 'a', category: '21002', edition: 2, n: 1, reason: 'notOurDuty', outcome: 'redispatched' },
]

it('sets what came back against what was received, for each unit that received any', () => {
  expect(shares(returned, received, (row) => row.unit)).toEqual([
    { key: 'a', n: 3, of: 15 },
    { key: 'b', n: 0, of: 7 },
  ])
  expect(shares(returned, received, (row) => String(row.edition))).toEqual([
    { key: '1', n: 2, of: 17 },
    { key: '2', n: 1, of: 5 },
  ])
})

it('divides what came back by reason and outcome; the parts make the whole', () => {
  expect(divided(returned, (row) => row.reason)).toEqual([{ key: 'notOurDuty', n: 3, of: 3 }])
  const parts = divided(returned, (row) => row.outcome)
  expect(parts.reduce((sum, part) => sum + part.n, 0)).toBe(3)
  expect(divided([], (row) => row.reason)).toEqual([])
})

it('has words for every outcome', () => {
  for (const outcome of returnOutcomes) expect(returnOutcomeSay[outcome].zh).not.toBe('')
})
