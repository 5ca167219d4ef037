import { auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Db, statement } from '#platform/db'
import type { Severity } from '#modules/catalogue'
import { type BasisKind, type Entry, ruleId } from '../domain/directory.ts'

/** A row of directory.edition with the number of its entries. */
export interface EditionRow {
  readonly number: number
  readonly state: 'draft' | 'published'
  readonly title_zh: string
  readonly title_en: string
  readonly valid_from: Date | null
  readonly published_at: Date | null
  readonly version: number
  /** Why it was published, in words. */
  readonly reason: string | null
  /** The version whose effect was last looked at. */
  readonly previewed: number | null
  readonly entries: number
}

interface EntryRow {
  readonly rule: string
  readonly category: string
  readonly area: string
  readonly severity: Severity | null
  readonly lead: string
  readonly support: string[]
  readonly basis_kind: BasisKind
  readonly basis_zh: string
  readonly basis_en: string
  readonly grass_roots_allowed: boolean
  readonly precedents: string[]
}

const entryColumns = 'rule, category, area, severity, lead, support, basis_kind, basis_zh, basis_en, grass_roots_allowed, precedents'
const editionColumns = 'number, state, title_zh, title_en, valid_from, published_at, version, reason, previewed'

const toEntry = (row: EntryRow): Entry => ({
  category: row.category,
  area: row.area,
  severity: row.severity,
  lead: row.lead,
  support: row.support,
  basisKind: row.basis_kind,
  basis: { zh: row.basis_zh, en: row.basis_en },
  grassRootsAllowed: row.grass_roots_allowed,
  precedents: row.precedents,
})

/** Editions, the newest first; `before` is a number to go on from. */
export function listEditions(db: Db, before: number | null, limit: number): Promise<EditionRow[]> {
  return db.query<EditionRow>({
    name: 'directory.editions',
    text: `select ${editionColumns}, (select count(*) from directory.entry where edition = number) as entries from directory.edition
      where $1::int is null or number < $1 order by number desc limit $2`,
    values: [before, limit],
  })
}

/** An edition, or null. `lock` keeps others from changing it until the transaction ends. */
export async function loadEdition(db: Db, number: number, lock = false): Promise<EditionRow | null> {
  const [row] = await db.query<EditionRow>({
    name: lock ? 'directory.lock' : 'directory.edition',
    text: `select ${editionColumns}, (select count(*) from directory.entry where edition = number) as entries from directory.edition
      where number = $1${lock ? ' for update' : ''}`,
    values: [number],
  })
  return row ?? null
}

/** The entries of an edition by rule; `after` and `limit` page them, `category` and `area` narrow them. */
export async function loadEntries(
  db: Db,
  number: number,
  page: { after?: string; limit?: number; category?: string; area?: string } = {},
): Promise<Entry[]> {
  const rows = await db.query<EntryRow>({
    name: 'directory.entries',
    text: `select ${entryColumns} from directory.entry where edition = $1 and ($2::text is null or rule > $2)
      and ($3::text is null or starts_with(category, $3)) and ($4::text is null or starts_with(area, $4)) order by rule limit $5`,
    values: [number, page.after ?? null, page.category ?? null, page.area ?? null, page.limit ?? null],
  })
  return rows.map(toEntry)
}

const recordOf = (entry: Entry) => ({
  rule: ruleId(entry),
  category: entry.category,
  area: entry.area,
  severity: entry.severity,
  lead: entry.lead,
  support: entry.support,
  basis_kind: entry.basisKind,
  basis_zh: entry.basis.zh,
  basis_en: entry.basis.en,
  grass_roots_allowed: entry.grassRootsAllowed,
  precedents: entry.precedents,
})

/** Puts entries into an edition; one that speaks of the same replaces what was there. */
export async function putEntries(ctx: Context, number: number, entries: readonly Entry[]): Promise<void> {
  const set = entryColumns
    .split(', ')
    .slice(4)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')
  await ctx.db.query({
    name: 'directory.put',
    text: `insert into directory.entry (edition, ${entryColumns}) select $1, ${entryColumns}
      from jsonb_to_recordset($2::jsonb) as e(rule text, category text, area text, severity text, lead text, support text[], basis_kind text,
        basis_zh text, basis_en text, grass_roots_allowed boolean, precedents uuid[])
      on conflict (edition, rule) do update set ${set}`,
    values: [number, JSON.stringify(entries.map(recordOf))],
  })
}

/** Takes an entry out; false when it was not there. */
export async function dropEntry(db: Db, number: number, rule: string): Promise<boolean> {
  const text = 'delete from directory.entry where edition = $1 and rule = $2 returning 1'
  return (await db.query({ name: 'directory.drop', text, values: [number, rule] })).length > 0
}

/** Begins a draft as a copy of `from` (null: empty) and gives its number. */
export async function insertDraft(ctx: Context, title: { zh: string; en: string }, from: number | null): Promise<number> {
  const sql = statement()
  const values = [title.zh, title.en, ctx.now].map((value) => sql.bind(value))
  sql.with(
    'made',
    `insert into directory.edition (number, state, title_zh, title_en, made_at)
      select coalesce(max(number), 0) + 1, 'draft', ${values.join(', ')}::timestamptz from directory.edition returning number`,
  )
  sql.with(
    'copied',
    `insert into directory.entry (edition, ${entryColumns}) select made.number, ${entryColumns} from made, directory.entry where edition = ${sql.bind(from)}::int`,
  )
  auditIn(sql, ctx, { action: 'directory.drafted', object: { kind: 'directory', id: null }, facts: { from } })
  const [row] = await ctx.db.query<{ number: number }>(sql.done('select number from made'))
  return row?.number ?? 0
}

/** Counts a change of a draft, so that whoever looked at it before is told. */
export async function touch(ctx: Context, number: number, act: string, rule: string): Promise<void> {
  const sql = statement()
  sql.with('touched', `update directory.edition set version = version + 1 where number = ${sql.bind(number)}`)
  auditIn(sql, ctx, { action: act, object: { kind: 'directory', id: String(number) }, facts: { rule } })
  await ctx.db.query(sql.done('select 1'))
}

/** Publishes a draft from an instant on and tells the servers. */
export async function publish(ctx: Context, number: number, validFrom: Date, reason: string | null): Promise<void> {
  const sql = statement()
  sql.with(
    'published',
    `update directory.edition set state = 'published', valid_from = ${sql.bind(validFrom)}, published_at = ${sql.bind(ctx.now)}, reason = ${sql.bind(reason)}, version = version + 1
      where number = ${sql.bind(number)}`,
  )
  sql.with('revised', 'update directory.revision set n = n + 1')
  auditIn(sql, ctx, {
    action: 'directory.published',
    object: { kind: 'directory', id: String(number) },
    facts: { from: validFrom.toISOString() },
  })
  await ctx.db.query(sql.done('select 1'))
}

/** Writes down which version of a draft was looked at with its effect; a version that is no longer the present one is not written down. */
export async function markPreviewed(ctx: Context, number: number, version: number): Promise<void> {
  const sql = statement()
  sql.with(
    'looked',
    `update directory.edition set previewed = ${sql.bind(version)}::int
      where number = ${sql.bind(number)} and state = 'draft' and version = ${sql.bind(version)}::int`,
  )
  auditIn(sql, ctx, { action: 'directory.previewed', object: { kind: 'directory', id: String(number) }, facts: { version } })
  await ctx.db.query(sql.done('select 1'))
}

/** Throws a draft away. */
export async function dropDraft(ctx: Context, number: number): Promise<void> {
  const sql = statement()
  sql.with('dropped', `delete from directory.edition where number = ${sql.bind(number)} and state = 'draft'`)
  auditIn(sql, ctx, { action: 'directory.dropped', object: { kind: 'directory', id: String(number) } })
  await ctx.db.query(sql.done('select 1'))
}
