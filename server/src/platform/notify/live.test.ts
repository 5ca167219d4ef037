import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLive, type Page } from './live.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function page(sessionId: string, reads = true): Page & { said: string[]; ended: number } {
  const one = {
    sessionId,
    receivers: ['account:a'],
    said: [] as string[],
    ended: 0,
    write: (text: string) => {
      one.said.push(text)
      return reads
    },
    end: () => {
      one.ended++
    },
  }
  return one
}

it('beats every 25 seconds and asks every page to come back after 15 minutes', () => {
  const live = openLive()
  const one = page('s1')
  live.add(one)
  vi.advanceTimersByTime(50_000)
  expect(one.said).toEqual([': still here\n\n', ': still here\n\n'])
  vi.advanceTimersByTime(15 * 60_000)
  expect([one.ended, live.size]).toEqual([1, 0])
  expect(vi.getTimerCount()).toBe(0)
})

it('lets go of a page that does not read', () => {
  const live = openLive()
  const [slow, quick] = [page('s1', false), page('s2')]
  live.add(slow)
  live.add(quick)
  live.changed(['account:a', 'account:a'], { noun: 'case', id: '1' })
  expect([slow.ended, quick.ended, quick.said.length]).toEqual([1, 0, 1])
  live.close()
  expect([quick.ended, live.size, vi.getTimerCount()]).toEqual([1, 0, 0])
})
