import { afterEach, describe, expect, it, vi } from 'vitest'
import { LimitStore } from './limit-store.ts'

afterEach(() => vi.useRealTimers())

const minute = 60_000

describe('the limit of requests a minute', () => {
  it('counts each caller in a window of its own, and anew when the minute is over, whatever the machine’s clock says', () => {
    vi.useFakeTimers({ toFake: ['performance', 'Date'] })
    const store = new LimitStore()
    const count = (key: string): number => {
      let n = 0
      store.incr(key, (_, { current }) => void (n = current), minute)
      return n
    }
    expect([count('a'), count('a'), count('b')]).toEqual([1, 2, 1])
    vi.setSystemTime(Date.now() - 365 * 86_400_000)
    expect(count('a')).toBe(3)
    vi.advanceTimersByTime(minute)
    expect(count('a')).toBe(1)
  })

  it('remembers no more than it can hold', () => {
    const store = new LimitStore()
    let last = 0
    for (let n = 0; n < 20_000; n++) store.incr(`caller ${n}`, () => undefined, minute)
    store.incr('caller 0', (_, { current }) => void (last = current), minute)
    expect(last).toBe(1)
  })
})
