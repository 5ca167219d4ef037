import type { Actor, Post } from '#platform/context'
import type { Db } from '#platform/db'
import { isOver } from '../domain/timeouts.ts'
import { hashToken } from '../secrets/token.ts'
import { keep, recall } from '../sql/known.ts'

interface Found {
  readonly session: string
  readonly account: string
  readonly kind: 'resident' | 'staff'
  readonly subject_id: string
  readonly seen_at: Date
  readonly expires_at: Date
  readonly idle_minutes: number
  readonly complete: boolean
  readonly posts: readonly Post[]
}

/** The time of last use is kept to the minute: it serves the idle timeout, nothing else. */
const MINUTE = 60_000

function actorOf(found: Found): Actor {
  return {
    kind: found.kind,
    id: found.account,
    posts: found.complete ? found.posts : [],
    subjectId: found.subject_id,
    link: null,
    sessionId: found.session,
  }
}

async function bySession(db: Db, token: string, now: Date): Promise<Actor | null> {
  const hash = hashToken(token)
  const key = hash.toString('base64')
  const remembered = recall(key)
  if (remembered && now.getTime() - remembered.seenAt.getTime() < MINUTE) return isOver(remembered, now) ? null : remembered.actor
  const readAt = performance.now()
  const [found] = await db.query<Found>({
    name: 'accounts.authenticate',
    text: `select s.id as session, s.account, s.seen_at, s.expires_at, s.idle_minutes, s.complete, a.kind, a.subject_id,
        coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'org', h.org, 'area', h.area, 'areas', h.areas) order by h.id)
          from orgs.held_post h where h.account = a.id), '[]') as posts
      from accounts.session s join accounts.account a on a.id = s.account
      where s.token_hash = $1 and s.ended_at is null and a.locked_at is null`,
    values: [hash],
  })
  if (!found) return null
  const life = { seenAt: found.seen_at, expiresAt: found.expires_at, idleMinutes: found.idle_minutes }
  if (isOver(life, now)) return null
  const stale = now.getTime() - found.seen_at.getTime() >= MINUTE
  if (stale)
    await db.query({ name: 'accounts.seen', text: 'update accounts.session set seen_at = $2 where token_hash = $1', values: [hash, now] })
  const actor = actorOf(found)
  keep(key, { ...life, seenAt: stale ? now : found.seen_at, actor, readAt })
  return actor
}

async function byApiKey(db: Db, key: string): Promise<Actor | null> {
  const [found] = await db.query<{ id: string }>({
    name: 'accounts.api-key',
    text: 'select id from accounts.api_key where key_hash = $1 and ended_at is null',
    values: [hashToken(key)],
  })
  return found ? { kind: 'partner', id: found.id, posts: [], subjectId: null, link: null, sessionId: null } : null
}

/** Who a request comes from; null if its credentials are absent, wrong, ended or timed out. One indexed query, or none within five seconds. */
export async function authenticate(
  db: Db,
  credentials: { readonly session: string | null; readonly apiKey: string | null },
  now: Date,
): Promise<Actor | null> {
  if (credentials.session) {
    const actor = await bySession(db, credentials.session, now)
    if (actor) return actor
  }
  return credentials.apiKey ? byApiKey(db, credentials.apiKey) : null
}
