import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { residentCheckDigit } from '#platform/vault'
import { isNear, readNumber, widened } from './number.ts'

const today = '2026-11-29'
/** Of a division that never was. */
const nobodys = `99090119900101123${residentCheckDigit('99090119900101123')}`

describe('an identity number', () => {
  it.each([
    ['44088219910210419５', 'sound', '440882199102104195', '1991-02-10'],
    ['440882 19910210 4195', 'sound', '440882199102104195', '1991-02-10'],
    ['440882910210419', 'old', '440882199102104195', '1991-02-10'],
    ['990901199001011232', 'broken', '990901199001011232', null],
    [nobodys, 'division', nobodys, '1990-01-01'],
    ['440882203002104195', 'broken', '440882203002104195', null],
    ['', 'none', null, null],
    ['无', 'none', null, null],
  ])('%s is %s', (text, state, number, born) => {
    expect(readNumber(text, today)).toMatchObject({ state, number, born })
  })

  it('of fifteen digits becomes the one of eighteen, unless its day never was', () => {
    expect(widened('440882910210419')).toBe('440882199102104195')
    expect(widened('440882911310419')).toBeNull()
    expect(readNumber('440882911310419', today).state).toBe('broken')
  })

  it('says the sex by its last digit but one', () => {
    expect(readNumber('440882199102104195', today).sex).toBe('male')
    expect(readNumber('371001198010082394', today).sex).toBe('male')
  })

  const vectors = `${process.env['LINLI_SHARED'] ?? '../shared'}/data/codes/id_uscc_vectors.csv`
  it.runIf(existsSync(vectors))('agrees with published test vectors', () => {
    const rows = readFileSync(vectors, 'utf8').split(/\r?\n/).slice(1)
    const numbers = rows.map((row) => row.split(',')).filter(([kind]) => kind === 'id18')
    expect(numbers.length).toBeGreaterThan(3)
    for (const [, value = '', valid] of numbers)
      expect([value, readNumber(value, today).state === 'sound']).toEqual([value, valid === 'True'])
  })
})

describe('two numbers', () => {
  it.each([
    ['440882199102104195', '440882199102104196', true],
    ['440882199102104195', '440882199102104159', true],
    ['440882199102104195', '440882199102104195', false],
    ['440882199102104195', '440882199102140915', false],
    ['440882199102104195', '44088219910210419', false],
  ])('%s and %s are near: %s', (one, other, near) => {
    expect(isNear(one, other)).toBe(near)
  })
})
