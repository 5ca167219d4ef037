import type { Once } from './context.ts'
import { brokenConstraint, type Db, type Statement } from './db.ts'
import { refuse } from './refusal.ts'

const columns = 'caller, route, key, hash, status, made, at'

/** A request's key with what it made. */
export interface Kept {
  readonly once: Once
  readonly status: number
  readonly made: string | null
  readonly at: Date
}

/** Adds the keys of requests to the statement that makes their changes; equal requests at once wait here for the first. */
export function oncesIn(sql: Statement, kept: readonly Kept[]): void {
  if (kept.length === 0) return
  const rows = kept.map(({ once, ...rest }) => ({ ...once, hash: `\\x${once.hash.toString('hex')}`, ...rest }))
  sql.with(
    'once',
    `insert into platform.once (${columns})
     select ${columns} from jsonb_populate_recordset(null::platform.once, ${sql.bind(JSON.stringify(rows))}::jsonb)`,
  )
}

/** Adds the idempotency key of one request, or nothing for a request without one. */
export function onceIn(sql: Statement, once: Once | null, status: number, made: string | null, at: Date): void {
  if (once) oncesIn(sql, [{ once, status, made, at }])
}

/** What an earlier request with the same key made. */
export interface Earlier {
  readonly status: number
  readonly made: string | null
}

/** True when an error says that this key was used already. */
export function isReplay(error: unknown): boolean {
  return brokenConstraint(error) === 'once_pkey'
}

/**
 * The earlier request with this key of this caller on this route; null when there is none.
 * @throws Refusal `idempotency.reused` (422) when the key was used for another body.
 */
export async function earlier(db: Db, once: Once): Promise<Earlier | null> {
  const [row] = await db.query<{ status: number; made: string | null; hash: Buffer }>({
    name: 'once.find',
    text: 'select status, made, hash from platform.once where caller = $1 and route = $2 and key = $3',
    values: [once.caller, once.route, once.key],
  })
  if (!row) return null
  if (!row.hash.equals(once.hash)) {
    throw refuse('invalid', 'idempotency.reused', {
      zh: '这个请求编号已用于另一份内容。请重新提交。',
      en: 'This idempotency key was used for another request. Please send the request again with a new key.',
    })
  }
  return { status: row.status, made: row.made }
}
