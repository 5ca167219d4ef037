import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstIdAt, newId, regionOf } from './ids.ts'

it('carries its region and stays in the order of time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4e12 }), (home, ms) => {
      const region = String(home).padStart(6, '0')
      const id = newId(region, new Date(ms))
      expect(regionOf(id)).toBe(region)
      expect(newId(region, new Date(ms + 1)) > id).toBe(true)
    }),
  )
})

it('bounds a period in every region', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 4e12 }), (home, ms) => {
      const region = String(home).padStart(6, '0')
      expect(newId(region, new Date(ms)) >= firstIdAt(new Date(ms))).toBe(true)
      expect(newId(region, new Date(ms)) < firstIdAt(new Date(ms + 1))).toBe(true)
    }),
  )
})

it('does not take other texts for ids', () => {
  for (const text of ['', 'x', '00000000-0000-4000-8000-000000000000', "1' or 1=1"]) expect(regionOf(text)).toBeNull()
})
