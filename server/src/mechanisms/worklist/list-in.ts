import type { Statement } from '#platform/db'
import type { Say } from '#platform/refusal'

/** Who waits for one noun after a change. */
export interface Waiting {
  readonly region: string
  readonly noun: string
  readonly noun_id: string
  readonly area: string
  /** A noun just made has no older rows to take away. */
  readonly isNew: boolean
  readonly since: string
  readonly due_at: string | null
  readonly waits: readonly { readonly post: string; readonly why: Say }[]
}

/** Adds the CTEs that bring the worklist of the given nouns to the present, to the statement that changes them. */
export function listIn(sql: Statement, nouns: readonly Waiting[]): void {
  const changed = nouns.filter((noun) => !noun.isNew)
  if (changed.length > 0) {
    const rows = changed.map((noun) => ({ region: noun.region, noun_id: noun.noun_id, posts: noun.waits.map((wait) => wait.post) }))
    sql.with(
      'unlisted',
      `delete from worklist.item i using jsonb_to_recordset(${sql.bind(JSON.stringify(rows))}::jsonb) as w(region text, noun_id uuid, posts text[])
       where i.region = w.region and i.noun_id = w.noun_id and i.post <> all(w.posts)`,
    )
  }
  const rows = nouns.flatMap(({ waits, ...noun }) => waits.map((wait) => ({ ...noun, ...wait })))
  if (rows.length === 0) return
  sql.with(
    'listed',
    `insert into worklist.item (region, noun_id, post, noun, area, why, since, due_at)
     select region, noun_id, post, noun, area, why, since, due_at from jsonb_populate_recordset(null::worklist.item, ${sql.bind(JSON.stringify(rows))}::jsonb)
     on conflict (region, noun_id, post) do update set why = excluded.why, due_at = excluded.due_at, area = excluded.area,
       since = case when worklist.item.why = excluded.why then worklist.item.since else excluded.since end`,
  )
}
