import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers, isCode, levelOf, padded, parentOf, pathOf, regionOfArea, scopeOf } from './code.ts'

const group = (digits: number) => fc.integer({ min: 0, max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'))
const anyCode = fc
  .tuple(fc.integer({ min: 11, max: 99 }).map(String), group(2), group(2), group(3), group(3), group(3), fc.integer({ min: 1, max: 6 }))
  .map(([...parts]) => (parts.slice(0, 6) as string[]).slice(0, parts[6]).join(''))

describe('area codes', () => {
  it('drops trailing zero groups, and only whole groups', () => {
    expect(scopeOf('210000')).toBe('21')
    expect(scopeOf('210900000000')).toBe('2109')
    expect(scopeOf('211000')).toBe('2110')
    expect(scopeOf('210911')).toBe('210911')
    expect(scopeOf('210911000000')).toBe('210911')
    expect(scopeOf('210921100')).toBe('210921100')
    expect(scopeOf('210921100000000')).toBe('210921100')
    expect(scopeOf('210921100010')).toBe('210921100010')
  })

  it('knows level, parent and path', () => {
    expect(levelOf('210000')).toBe('province')
    expect(levelOf('2109')).toBe('city')
    expect(levelOf('210911')).toBe('county')
    expect(levelOf('210921100')).toBe('town')
    expect(levelOf('210911001001')).toBe('community')
    expect(levelOf('210911001001003')).toBe('grid')
    expect(parentOf('210911001001003')).toBe('210911001001')
    expect(parentOf('21')).toBeNull()
    expect(pathOf('210911001001')).toEqual(['21', '2109', '210911', '210911001', '210911001001'])
  })

  it('puts the towns of a city without counties directly below it', () => {
    expect(parentOf('441900003')).toBe('4419')
    expect(pathOf('441900003001')).toEqual(['44', '4419', '441900003', '441900003001'])
    expect(covers('441900', '441900003001')).toBe(true)
  })

  it('covers by prefix', () => {
    expect(covers('210900', '210911001')).toBe(true)
    expect(covers('2109', '2110')).toBe(false)
    expect(covers('210911001', '210911')).toBe(false)
    expect(covers('210911', '210911')).toBe(true)
  })

  it('pads for other systems and gives the region', () => {
    expect(padded('2109', 6)).toBe('210900')
    expect(padded('210911', 12)).toBe('210911000000')
    expect(regionOfArea('210911001001003')).toBe('210911')
    expect(regionOfArea('2109')).toBe('210900')
  })

  it('refuses what is no code', () => {
    for (const text of ['', '2', '21091', '21091100100', 'abcdef', '2109110010010', '00', '000000', '２１０９', '210911\n']) {
      expect(isCode(text), text).toBe(false)
      expect(() => scopeOf(text)).toThrow(/areas.code-malformed/)
    }
  })

  it('holds for every code: scopes are stable, paths lead down through parents, each covers the next', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const scope = scopeOf(code)
        expect(scopeOf(scope)).toBe(scope)
        expect(code.startsWith(scope)).toBe(true)
        const path = pathOf(code)
        expect(path.at(-1)).toBe(scope)
        path.forEach((step, i) => {
          expect(parentOf(step)).toBe(path[i - 1] ?? null)
          expect(covers(step, code)).toBe(true)
        })
        expect(regionOfArea(code)).toMatch(/^\d{6}$/)
      }),
    )
  })
})
