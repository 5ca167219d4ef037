import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, readCode, spacedCode } from './code.ts'

describe('the id of a component', () => {
  it('of 17 digits says county, type and number', () => {
    expect(readCode('21091101037000012')).toEqual({
      code: '21091101037000012',
      scheme: 'GB/T 47678.5-2026',
      division: '210911',
      type: '01037',
      sequence: 12,
    })
  })

  it('of 16 digits says no type of the present catalogue', () => {
    expect(readCode('2109110118000012')).toMatchObject({ scheme: 'GB/T 30428.2-2013', division: '210911', type: null, sequence: 12 })
  })

  it('is read as it is printed, typed in full width or in groups', () => {
    expect(readCode(' 210911 01037 000012 ')).toMatchObject({ code: '21091101037000012' })
    expect(readCode('２１０９１１-01037-000012')).toMatchObject({ code: '21091101037000012' })
  })

  it.each([
    ['', 'characters'],
    ['21091101037OOOO12', 'characters'],
    ['210911010370000', 'length'],
    ['210911010370000123', 'length'],
    ['00000001037000012', 'division'],
    ['21000001037000012', 'division'],
    ['21091106037000012', 'class'],
    ['21091100037000012', 'class'],
    ['2109110718000012', 'class'],
    ['21091101037000000', 'sequence'],
  ])('%s is none: %s', (typed, fault) => expect(readCode(typed)).toBe(fault))

  it('that is made is read again, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (sequence) => {
        const code = codeOf('990901', '03005', sequence)
        expect(code).toHaveLength(17)
        expect(readCode(spacedCode(code))).toMatchObject({ code, type: '03005', sequence })
      }),
    )
    expect(() => codeOf('990901', '03005', 1_000_000)).toThrow(RangeError)
    expect(() => codeOf('990901', '03005', 0)).toThrow(RangeError)
  })
})
