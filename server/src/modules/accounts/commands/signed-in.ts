import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'

/** The account that acts. @throws session.missing if nobody with an account is signed in (a partner's key has none) */
export function signedIn(ctx: Context): string {
  const { id, kind } = ctx.actor
  if (id !== null && (kind === 'staff' || kind === 'resident')) return id
  throw refuse('unauthenticated', 'session.missing', { zh: '请先登录。', en: 'Please sign in first.' })
}
