import type { Context } from '#platform/context'
import type { SubjectKey } from '#platform/vault'
import type { Trace } from './decide.ts'

/** A trace row with the words that lie beside it; `words` is null when their person's key was destroyed. */
export interface TraceWithWords extends Trace {
  readonly words: Readonly<Record<string, string>> | null
}

/** The history of one or several nouns of a region, oldest first. */
export async function tracesOf(ctx: Context, region: string, ids: readonly string[], key: SubjectKey | null): Promise<TraceWithWords[]> {
  const rows = await ctx.db.query<Trace & { at: Date; sealed: Buffer | null }>({
    name: 'flow.traces',
    text: `select t.*, w.sealed from flow.trace t left join flow.words w using (region, noun_id, seq)
      where t.region = $1 and t.noun_id = any($2::uuid[]) order by t.at, t.noun_id, t.seq`,
    values: [region, ids],
  })
  return rows.map(({ sealed, ...row }) => ({ ...row, at: row.at.toISOString(), words: opened(ctx, key, sealed) }))
}

function opened(ctx: Context, key: SubjectKey | null, sealed: Buffer | null): Readonly<Record<string, string>> | null {
  if (sealed === null) return {}
  const text = key ? ctx.city.vault.open(key, sealed, 'flow.words') : null
  return text === null ? null : (JSON.parse(text) as Record<string, string>)
}
