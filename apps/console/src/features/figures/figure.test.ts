import { expect, it } from 'vitest'
import { type Flag, flagsOf, heightsOf, monthsBetween, monthsOf, queryOf } from './figure.ts'

it('counts months as they are in China', () => {
  expect(monthsOf('m3', new Date('2026-11-30T16:30:00Z'))).toEqual({ from: '2026-10', to: '2026-12' })
  expect(monthsOf('m12', new Date('2026-11-23T01:00:00Z'))).toEqual({ from: '2025-12', to: '2026-11' })
  expect(monthsOf(undefined, new Date('2026-01-01T00:00:00Z'))).toEqual({ from: '2025-11', to: '2026-01' })
})

it('asks for what is chosen and nothing else', () => {
  expect(queryOf({ unit: 'water', months: 'm1' }, new Date('2026-11-23T01:00:00Z'))).toEqual({
    unit: 'water',
    from: '2026-11',
    to: '2026-11',
  })
})

it('draws a share against the whole, so that 90 and 95 look alike', () => {
  expect(heightsOf('share', [90, 95, null])).toEqual([0.9, 0.95, null])
  expect(heightsOf('count', [2, 8, 0])).toEqual([0.25, 1, 0])
})

it('names the months of a span, newest first, over a new year', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(monthsBetween('2026-11', '2026-11')).toEqual(['2026-11'])
})

it('puts each flag under the figure that it asks about', () => {
  const flag = (kind: Flag['kind']): Flag => ({
    kind,
    say: { zh: '', en: '' },
    unit: { id: 'water', name: '' },
    n: 1,
    of: 2,
    cases: [],
    month: '2026-11',
  })
  const all = [flag('sameAnswers'), flag('repeatedPhotos'), flag('closingSpike'), flag('satisfiedButReopened')]
  const kinds = (figure: string) => flagsOf(all, figure).map((one) => one.kind)
  expect(kinds('solved')).toEqual(['sameAnswers', 'repeatedPhotos'])
  expect(kinds('finish')).toEqual(['closingSpike'])
  expect(kinds('satisfied')).toEqual(['satisfiedButReopened'])
  expect(kinds('reported')).toEqual([])
})
