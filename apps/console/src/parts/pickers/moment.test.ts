import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromField, toField } from './moment.ts'

it('shows the wall clock of the city', () => {
  expect(toField('2026-11-25T09:00:00Z', true)).toBe('2026-11-25T17:00')
  expect(toField('2026-11-25T16:30:00Z', false)).toBe('2026-11-26')
})

it('what was typed is an instant in the city', () => {
  expect(fromField('2026-11-25T17:00', true)).toBe('2026-11-25T17:00:00+08:00')
  expect(fromField('2026-11-25', false)).toBe('2026-11-25')
  expect(fromField('', true)).toBeUndefined()
})

it('there and back is the same minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000_000, max: 40_000_000 }), (minute) => {
      const at = new Date(minute * 60_000).toISOString()
      expect(Date.parse(fromField(toField(at, true), true) ?? '')).toBe(minute * 60_000)
    }),
  )
})
