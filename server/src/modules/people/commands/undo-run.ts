import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { refuse } from '#platform/refusal'
import { eraseSubject } from '#platform/vault'
import { keepers, postFor } from '../domain/permit.ts'
import { loadPersons, recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { deriveTags } from './derive-tags.ts'
import { forgetPersons } from './forget-person.ts'
import { openRecords, regroupIn } from './regroup.ts'

interface OfRun {
  readonly person_id: string
  readonly area: string
}

/** Persons of at most so many are chosen anew in one statement. */
const batch = 200

async function refuseWhenUsed(ctx: Context, run: string, persons: readonly string[]): Promise<void> {
  const [used] = await ctx.db.query<{ n: number }>({
    name: 'people.run-used',
    text: `select (select count(*) from people.record where run = $1 and matched = 'person')
      + (select count(*) from people.change where kind <> 'corrected' and (person_id = any($2::uuid[]) or other_id = any($2::uuid[]))) as n`,
    values: [run, persons],
  })
  if ((used?.n ?? 0) > 0)
    throw refuse('conflict', 'people.run-used', {
      zh: '这次导入的人已经有人判断过合并或拆分，不能整批撤销。',
      en: 'Somebody has decided about persons of this import meanwhile; it cannot be undone as a whole.',
    })
}

/** Takes records of some persons away: fields are chosen anew from what is left; whoever has nothing left is erased, key and all. */
async function takeAway(ctx: Context, run: string, ids: readonly string[], post: string): Promise<void> {
  const [persons, rows, sources] = [await loadPersons(ctx, ids), await recordsOf(ctx, ids), await allSources(ctx)]
  const open = openRecords(
    ctx,
    persons,
    rows.filter((row) => row.run !== run),
  )
  for (const person of persons) {
    const records = open.filter(({ row }) => row.person_id === person.id)
    if (person.key === null) continue
    const sql = statement()
    const state = records.length === 0 ? ('erased' as const) : person.state
    regroupIn(sql, ctx, [{ person: { ...person, state }, key: person.key, records }], new Set(), sources, {
      kind: 'corrected',
      post,
      reason: '撤销导入 import undone',
    })
    await ctx.db.query(sql.done('select 1'))
  }
}

/**
 * Undoes an import: its records go, persons whom only it knew are erased, the others keep what is left; rows that it had replaced hold again.
 * @throws Refusal `people.run-used` (409) when a person decided about somebody of it, `people.missing` (404) outside one's area
 */
export async function undoRun(ctx: Context, run: string): Promise<number> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    const rows = await db.query<OfRun>({
      name: 'people.of-run',
      text: 'select person_id, area from people.record where run = $1',
      values: [run],
    })
    const posts = rows.map((row) => postFor(ctx.actor, keepers, row.area).id)
    const ids = [...new Set(rows.map((row) => row.person_id))]
    await refuseWhenUsed(inside, run, ids)
    await db.query({
      name: 'people.unreplace',
      text: `update people.record r set replaced = false from people.record later
        where later.run = $1 and later.thread is not null and r.region = later.region and r.thread = later.thread and r.replaced and r.id = (
          select e.id from people.record e where e.region = later.region and e.thread = later.thread and e.run is distinct from $1 order by e.id desc limit 1)`,
      values: [run],
    })
    for (let n = 0; n < ids.length; n += batch) await takeAway(inside, run, ids.slice(n, n + batch), posts[0] ?? '')
    await db.query({ name: 'people.drop-run', text: 'delete from people.record where run = $1', values: [run] })
    await dropOrphans(inside, ids)
    await deriveTags(inside, ids)
    return rows.length
  })
}

/** Persons without a record are erased, key and all; what was asked about them needs no answer any more. */
async function dropOrphans(ctx: Context, ids: readonly string[]): Promise<void> {
  const gone = await ctx.db.query<{ id: string }>({
    name: 'people.orphans',
    text: 'select id from people.person p where p.id = any($1::uuid[]) and not exists (select 1 from people.record r where r.person_id = p.id)',
    values: [ids],
  })
  const erased = gone.map(({ id }) => id)
  await forgetPersons(ctx, erased)
  for (const id of erased) await eraseSubject(ctx, id)
}
