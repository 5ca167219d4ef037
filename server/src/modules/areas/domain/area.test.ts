import { describe, expect, it } from 'vitest'
import { type Area, resolve, standing } from './area.ts'

const area = (code: string, validTo: string | null, ...successors: string[]): Area => ({
  code,
  name: code,
  level: 'grid',
  kind: 'general',
  parent: null,
  households: null,
  validFrom: '2020-01-01',
  validTo,
  successors,
})

describe('validity', () => {
  it('stands from its first day until the day before its end', () => {
    const dropped = area('a', '2026-06-01')
    expect(standing(dropped, '2019-12-31')).toBe('coming')
    expect(standing(dropped, '2020-01-01')).toBe('standing')
    expect(standing(dropped, '2026-05-31')).toBe('standing')
    expect(standing(dropped, '2026-06-01')).toBe('dropped')
  })

  it('follows mergers and splits to what stands on the day', () => {
    const all = new Map(
      [area('a', '2022-01-01', 'b', 'c'), area('b', '2024-01-01', 'd'), area('c', null), area('d', null), area('e', '2024-01-01')].map(
        (one) => [one.code, one],
      ),
    )
    const find = (code: string) => all.get(code)
    expect(resolve(find, 'a', '2021-05-01')).toEqual(['a'])
    expect(resolve(find, 'a', '2023-05-01')).toEqual(['b', 'c'])
    expect(resolve(find, 'a', '2026-05-01')).toEqual(['c', 'd'])
    expect(resolve(find, 'e', '2026-05-01')).toEqual([])
    expect(resolve(find, 'nowhere', '2026-05-01')).toEqual([])
  })

  it('ends even when successors go in a ring', () => {
    const ring = new Map([area('a', '2022-01-01', 'b'), area('b', '2022-01-01', 'a')].map((one) => [one.code, one]))
    expect(resolve((code) => ring.get(code), 'a', '2023-01-01')).toEqual([])
  })
})
