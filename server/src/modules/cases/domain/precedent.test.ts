import { expect, it } from 'vitest'
import { nearest, unequal } from './precedent.ts'

const ruling = (id: string, area: string, day: number) => ({ id, area, ruled_at: new Date(Date.UTC(2026, 10, day)) })

it('the nearest place comes first, then the newest; another county says nothing', () => {
  const rulings = [
    ruling('county', '990901', 20),
    ruling('older', '990901001001', 1),
    ruling('newer', '990901001001', 2),
    ruling('town', '990901001002', 21),
    ruling('elsewhere', '990902001001', 22),
  ]
  expect(nearest(rulings, '990901001001003', 9).map((one) => one.id)).toEqual(['newer', 'older', 'town', 'county'])
  expect(nearest(rulings, '990901001001003', 2)).toHaveLength(2)
  expect(nearest([], '990901', 3)).toEqual([])
})

it('one rule is made of rulings of one class, one unit and one county', () => {
  const one = { category: '20001', decided: 'a', area: '990901001' }
  expect(unequal([one, { ...one, area: '990901002001' }])).toBeNull()
  expect(unequal([one, { ...one, category: '20002' }])).toBe('unequal-class')
  expect(unequal([one, { ...one, decided: 'b' }])).toBe('unequal-unit')
  expect(unequal([one, { ...one, area: '990902001' }])).toBe('unequal-county')
})
