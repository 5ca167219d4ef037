import { randomInt } from 'node:crypto'
import { caseNumber } from '../domain/number.ts'

/** Numbers of one county and day. */
const all = 100_000
/** Counties and days remembered at once: ten kilobytes each on a busy day. */
const most = 200

/** What this server drew, by county and day, so that it never draws the same number twice; the database refuses what another server drew. */
const drawn = new Map<string, Set<string>>()

function drawnLike(number: string): Set<string> {
  const day = number.slice(0, 13)
  const known = drawn.get(day)
  if (known) return known
  const [oldest] = drawn.keys()
  if (drawn.size >= most && oldest !== undefined) drawn.delete(oldest)
  const made = new Set<string>()
  drawn.set(day, made)
  return made
}

/** Draws a new number for a case of a county; it may be taken by another server's case, which shows when it is written. */
export function drawNumber(region: string, now: Date): string {
  for (;;) {
    const number = caseNumber(region, now, randomInt(all))
    const before = drawnLike(number)
    if (before.has(number) && before.size < all * 0.9) continue
    before.add(number)
    return number
  }
}
