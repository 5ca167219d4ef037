import type { FastifyRateLimitStore } from '@fastify/rate-limit'

interface Window {
  /** Milliseconds of the process, not of the machine's clock. */
  begun: number
  count: number
}

/** Callers remembered per route; beyond, the oldest windows go first. */
const most = 5000

/** Counts requests by the time that passes: a machine whose clock is set back keeps nobody out for a year. */
export class LimitStore implements FastifyRateLimitStore {
  readonly #windows = new Map<string, Window>()

  incr(key: string, done: (error: Error | null, result: { current: number; ttl: number }) => void, timeWindow: number): void {
    const now = performance.now()
    let window = this.#windows.get(key)
    if (!window || now - window.begun >= timeWindow) {
      window = { begun: now, count: 0 }
      this.#windows.delete(key)
      this.#windows.set(key, window)
      const [oldest] = this.#windows.keys()
      if (this.#windows.size > most && oldest !== undefined) this.#windows.delete(oldest)
    }
    window.count++
    done(null, { current: window.count, ttl: Math.max(0, timeWindow - (now - window.begun)) })
  }

  child(): LimitStore {
    return new LimitStore()
  }
}
