import type { Context } from '#platform/context'
import type { Source, Subject } from './subject.ts'

const page = 200

/** Counts a page of nouns that were written before their subject was counted; what somebody moves meanwhile is left for the next time. */
async function countPage(ctx: Context, subject: Subject, source: Source, after: { region: string; id: string } | null) {
  const nouns = await source.page(ctx, after, page, true)
  if (nouns.length === 0) return null
  const rows = nouns.map(({ region, id, version, told, cell }) => ({ ...cell, region, id, version, tally: told, counts: told.n }))
  await ctx.db.query({
    name: `metric.catch-up.${source.table}`,
    text: `with given as (select * from jsonb_to_recordset($1::jsonb)
        as r(region text, id uuid, version int, tally jsonb, area text, unit text, category text, channel text, month date, counts jsonb)),
      held as (update ${source.table} n set tally = g.tally, version = n.version + 1 from given g
        where n.region = g.region and n.id = g.id and n.version = g.version and n.tally is null returning n.region, n.id)
      insert into metric.delta (region, subject, area, unit, category, channel, month, counts)
      select g.region, $2, g.area, g.unit, g.category, g.channel, g.month, g.counts from given g join held h using (region, id) where g.counts <> '{}'`,
    values: [JSON.stringify(rows), subject.name],
  })
  return nouns.at(-1) ?? null
}

/** Counts every noun that has no tally yet, from its history. Reads one index when there is none. */
export async function catchUp(ctx: Context, subject: Subject): Promise<void> {
  for (const source of subject.sources) {
    for (let after: { region: string; id: string } | null = null; ; ) {
      after = await countPage(ctx, subject, source, after)
      if (after === null) break
    }
  }
}
