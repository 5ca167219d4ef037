import type { Actor } from '#platform/context'
import { settledAt } from '#modules/orgs'
import type { Life } from '../domain/timeouts.ts'

/** Who a session was found to be, kept for a few seconds so that a busy page does not ask the database each time. */
export interface Known extends Life {
  readonly actor: Actor
  readonly readAt: number
}

const FRESH = 5000
/** How long after a revocation or a change of posts nothing is kept: the transaction may not be over. */
const SETTLES = 2000
const MOST = 20_000

const known = new Map<string, Known>()
const touched = new Map<string, number>()

function isSettled(account: string, at: number): boolean {
  return at > settledAt() && at > (touched.get(account) ?? Number.NEGATIVE_INFINITY) + SETTLES
}

/** What was found for a session token within the last five seconds, unless its account or any post changed meanwhile. */
export function recall(hash: string): Known | null {
  const found = known.get(hash)
  if (!found?.actor.id) return null
  const fresh = performance.now() - found.readAt < FRESH && isSettled(found.actor.id, found.readAt)
  if (!fresh) known.delete(hash)
  return fresh ? found : null
}

/** Keeps what was found for a session token. */
export function keep(hash: string, found: Known): void {
  if (!found.actor.id || !isSettled(found.actor.id, found.readAt)) return
  if (known.size >= MOST) known.clear()
  known.set(hash, found)
}

/** Makes everything that this server remembers of an account's sessions worthless at once. */
export function forget(account: string): void {
  const at = performance.now()
  if (touched.size >= MOST) for (const [id, then] of touched) if (at - then > FRESH + SETTLES) touched.delete(id)
  touched.set(account, at)
}
