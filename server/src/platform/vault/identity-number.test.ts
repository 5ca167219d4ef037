import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { residentCheckDigit } from './identity-number.ts'
import { isCalendarDay, isCreditCode, isResidentIdNumber } from '../vault.ts'

const shared = resolve(process.env['LINLI_SHARED'] ?? '../shared')
const file = join(shared, 'data/codes/id_uscc_vectors.csv')

interface Vector {
  kind: string
  value: string
  valid: boolean
}

function vectors(): Vector[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([kind = '', value = '', valid = '']) => ({ kind, value, valid: valid === 'True' }))
}

describe.runIf(existsSync(file))('published vectors', () => {
  it('are judged as published, every one', () => {
    const list = vectors()
    expect(list.length).toBeGreaterThan(5)
    for (const { kind, value, valid } of list) {
      expect([value, kind === 'uscc' ? isCreditCode(value) : isResidentIdNumber(value)]).toEqual([value, valid])
    }
  })
})

describe('a resident identity number', () => {
  const first17 = fc
    .tuple(fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
    .map(([born, order]) => `210911${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`)

  it('with one digit changed, or two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (first, at, add) => {
        const value = first + residentCheckDigit(first)
        expect(isResidentIdNumber(value, '20261122')).toBe(true)
        const digit = (Number(value.charAt(at)) + add) % 10
        expect(isResidentIdNumber(value.slice(0, at) + digit + value.slice(at + 1))).toBe(false)
        const swapped = value.slice(0, at) + value.charAt(at + 1) + value.charAt(at) + value.slice(at + 2)
        if (swapped !== value) expect(isResidentIdNumber(swapped)).toBe(false)
      }),
    )
  })

  it('cannot be of tomorrow, of no day, or of no place', () => {
    const of = (first: string): string => first + residentCheckDigit(first)
    expect(isResidentIdNumber(of('21091120261123001'), '20261122')).toBe(false)
    expect(isResidentIdNumber(of('21091120250229001'))).toBe(false)
    expect(isResidentIdNumber(of('99090119900101001'))).toBe(false)
    expect(isResidentIdNumber(of('21091119900101001').toLowerCase().replace(/\d$/, 'x'))).toBe(false)
  })

  it('knows the days of the calendar', () => {
    expect([isCalendarDay('20240229'), isCalendarDay('19000229'), isCalendarDay('20261301'), isCalendarDay('x')]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('a credit code', () => {
  it('with a character changed is refused', () => {
    const value = '91110000600037341L'
    expect(isCreditCode(value)).toBe(true)
    for (let at = 0; at < 18; at += 1) {
      const other = value.charAt(at) === '7' ? '8' : '7'
      expect(isCreditCode(value.slice(0, at) + other + value.slice(at + 1))).toBe(false)
    }
    expect(isCreditCode('I1110000600037341L')).toBe(false)
  })
})
