import { describe, expect, it } from 'vitest'
import { freshMemory, judge, type Verdict } from './judge.ts'
import { isSound, type RuleTest } from './rule.ts'

const minute = 60_000

/** What a rule says of values a minute apart. */
function said(test: RuleTest, values: readonly number[]): Verdict[] {
  const memory = freshMemory()
  return values.map((value, n) => judge(test, memory, { at: n * minute, value }))
}

describe('a limit', () => {
  it('raises above it, and clears only where it is well again', () => {
    const test: RuleTest = { kind: 'above', limit: 15, clear: 5, readings: 1 }
    expect(said(test, [3, 15, 16, 10, 14, 5, 16])).toEqual(['clear', null, 'raise', null, null, 'clear', 'raise'])
  })

  it('raises below it', () => {
    expect(said({ kind: 'below', limit: 16, clear: 18, readings: 1 }, [20, 15, 17, 18])).toEqual(['clear', 'raise', null, 'clear'])
  })

  it('waits for as many in succession as it is told', () => {
    const test: RuleTest = { kind: 'above', limit: 10, clear: 10, readings: 3 }
    expect(said(test, [11, 11, 9, 11, 11, 11, 11])).toEqual([null, null, 'clear', null, null, 'raise', 'raise'])
  })
})

describe('a rate', () => {
  const rising: RuleTest = { kind: 'rate', way: 'rise', limit: 10, clear: 3, minutes: 10 }

  it('looks at what changed within its minutes', () => {
    expect(said(rising, [0, 4, 8, 12])).toEqual(['clear', null, null, 'raise'])
    expect(
      said(
        rising,
        Array.from({ length: 30 }, (_, n) => n * 0.9),
      ),
    ).not.toContain('raise')
  })

  it('knows its direction', () => {
    expect(said(rising, [20, 0])).not.toContain('raise')
    expect(said({ ...rising, way: 'fall' }, [20, 0])).toContain('raise')
    expect(said({ ...rising, way: 'both' }, [0, 20])).toContain('raise')
  })

  it('remembers little of a device that talks much', () => {
    const memory = freshMemory()
    for (let n = 0; n < 1000; n++) judge(rising, memory, { at: n, value: n })
    expect(memory.recent.length).toBeLessThanOrEqual(64)
  })
})

it('any message ends a silence', () => expect(said({ kind: 'silence', minutes: 5 }, [1])).toEqual(['clear']))

it('a rule that could never clear is not sound', () => {
  expect(isSound({ kind: 'above', limit: 10, clear: 11, readings: 1 })).toBe(false)
  expect(isSound({ kind: 'below', limit: 10, clear: 9, readings: 1 })).toBe(false)
  expect(isSound({ kind: 'below', limit: 10, clear: 12, readings: 1 })).toBe(true)
})

describe('what is unusual', () => {
  const test: RuleTest = { kind: 'unusual', limit: 5, clear: 3, readings: 2 }
  const hour = 60 * minute
  /** A day that is warm at noon and cold at night, a reading every ten minutes. */
  const day = (at: number): number => 20 + 5 * Math.sin(((at / hour) % 24) * (Math.PI / 12)) + ((at / minute) % 7) * 0.1

  it('is learnt for two days before anything is said, then told at once', () => {
    const memory = freshMemory()
    const found: [number, Verdict][] = []
    for (let at = 0; at < 8 * 24 * hour; at += 10 * minute) {
      const value = at > 7 * 24 * hour && at < 7 * 24 * hour + 3 * hour ? 80 : day(at)
      found.push([at, judge(test, memory, { at, value })])
    }
    const raised = found.filter(([, verdict]) => verdict === 'raise').map(([at]) => at)
    expect(Math.min(...raised)).toBe(7 * 24 * hour + 20 * minute)
    expect(Math.max(...raised)).toBeLessThan(7 * 24 * hour + 3 * hour)
    expect(JSON.stringify(memory).length).toBeLessThan(12_000)
  })

  it('becomes usual when it stays for days', () => {
    const memory = freshMemory()
    let last: Verdict = null
    for (let at = 0; at < 30 * 24 * hour; at += hour)
      last = judge(test, memory, { at, value: at < 5 * 24 * hour ? day(at) : 60 + (at % 3) })
    expect(last).toBe('clear')
  })
})
