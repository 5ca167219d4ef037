import { describe, expect, it } from 'vitest'
import { freshMs, givenIn, readMessage, slotOf, slotsToEmpty, timed, timeOf } from './message.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const week = 7 * 86_400_000

describe('a message', () => {
  it('tells values, with or without the time of the device', () => {
    expect(readMessage(bytes('{"values":{"level":3.5,"on":true}}'))).toEqual([
      { measure: 'level', at: null, value: 3.5 },
      { measure: 'on', at: null, value: 1 },
    ])
    const at = Date.parse('2026-11-29T08:00:00Z')
    for (const time of ['2026-11-29T16:00:00+08:00', at, at / 1000])
      expect(givenIn({ at: time, values: { level: 1 } })).toEqual([{ measure: 'level', at, value: 1 }])
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"values":{"level":'],
    ['no values', '{"level":3}'],
    ['no value', '{"values":{}}'],
    ['a list', '{"values":[1,2]}'],
    ['a text for a number', '{"values":{"level":"3"}}'],
    ['no number', '{"values":{"level":1e999}}'],
    ['a name that is none', '{"values":{"__proto__":1}}'],
    ['a time without its zone', '{"at":"2026-11-29T08:00:00","values":{"level":1}}'],
    ['a time that is none', '{"at":"yesterday","values":{"level":1}}'],
    ['null', 'null'],
  ])('that says %s cannot be read', (_, text) => expect(readMessage(bytes(text))).toBe('malformed'))

  it('of bytes that are no text cannot be read', () => expect(readMessage(new Uint8Array([0xff, 0xfe, 0x7b]))).toBe('malformed'))

  it('has bounds', () => {
    const many = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`m${n}`, n]))
    expect(readMessage(bytes(JSON.stringify({ values: many })))).toBe('tooLarge')
    expect(readMessage(bytes(`{"values":{"level":1}}${' '.repeat(5000)}`))).toBe('tooLarge')
  })
})

describe('the time of a reading', () => {
  const now = Date.parse('2026-11-29T08:00:00Z')

  it('is the device’s own, unless its clock is ahead or the reading is too old', () => {
    expect(timed(null, now, 4)).toEqual({ at: now, problem: null })
    expect(timed(now - freshMs * 10, now, 4)).toEqual({ at: now - freshMs * 10, problem: null })
    expect(timed(now + 299_000, now, 4).problem).toBeNull()
    expect(timed(now + 301_000, now, 4)).toEqual({ at: now, problem: 'clockAhead' })
    expect(timed(now - 6 * week, now, 4)).toEqual({ at: null, problem: 'tooOld' })
    expect(timeOf(-1)).toBeUndefined()
  })

  it('chooses a slot of the ring, which is emptied when its week is over', () => {
    const emptied = slotsToEmpty(now, 4)
    expect(emptied).toHaveLength(2)
    for (let ago = 0; ago <= 4; ago++) expect(emptied).not.toContain(slotOf(now - ago * week))
    expect(emptied).not.toContain(slotOf(now + 300_000))
    expect(slotsToEmpty(now, 6)).toEqual([])
  })
})
