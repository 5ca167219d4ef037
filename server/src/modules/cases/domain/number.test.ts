import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseNumber, readNumber } from './number.ts'

const parts = fc.tuple(
  fc.integer({ min: 100_000, max: 999_999 }),
  fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
  fc.integer({ min: 0, max: 99_999 }),
)

it('is read back as it was made, however it is typed', () => {
  fc.assert(
    fc.property(parts, ([region, at, random]) => {
      const number = caseNumber(String(region), at, random)
      expect(readNumber(number)).toBe(number)
      expect(readNumber(` ${number.replaceAll('-', ' ').toLowerCase()} `)).toBe(number)
    }),
  )
})

it('finds any single wrong digit', () => {
  fc.assert(
    fc.property(parts, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), ([region, at, random], place, by) => {
      const plain = caseNumber(String(region), at, random).replaceAll('-', '')
      const wrong = plain.slice(0, place) + String((Number(plain[place]) + by) % 10) + plain.slice(place + 1)
      expect(readNumber(wrong)).toBeNull()
    }),
  )
})

it('dates by the day in Shanghai', () => {
  expect(caseNumber('210911', new Date('2026-11-22T16:30:00Z'), 48317)).toMatch(/^210911-261123-48317-/)
})
