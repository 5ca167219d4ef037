import { auditIn, type Facts } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Db, statement } from '#platform/db'
import type { Category, CityCategory } from '../domain/category.ts'
import { findFact } from '../domain/catalogue.ts'
import { findGroup } from '../domain/facts/groups.ts'
import { keywordsOf } from '../domain/rows.ts'
import type { CategoryRow } from './tables.ts'

const columns = `code, scheme, kind, class, name_zh, name_en, plain_zh, plain_en, severity, home, emergency, limits, words,
  enabled, local, valid_from, valid_to, version`

function toCategory(row: CategoryRow): CityCategory | null {
  const group = findGroup(row.class)
  if (group === undefined) return null
  const known = row.local ? [{ word: row.name_zh, weight: 5 }] : (findFact(row.code)?.keywords ?? [])
  return {
    code: row.code,
    scheme: row.scheme,
    kind: row.kind,
    class: row.class,
    name: { zh: row.name_zh, en: row.name_en },
    plain: { zh: row.plain_zh, en: row.plain_en },
    group,
    keywords: [...known, ...(row.words === '' ? [] : keywordsOf(row.words))],
    severity: row.severity,
    home: row.home,
    ...(row.emergency === null ? {} : { emergency: row.emergency }),
    enabled: row.enabled,
    local: row.local,
    limits: row.limits,
    words: row.words,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  }
}

const asText = (json: unknown): string => JSON.stringify(json)

/** The number that every change of the catalogue raises. */
export async function editionOf(db: Db): Promise<number> {
  const [row] = await db.query<{ number: number }>({ name: 'catalogue.edition', text: 'select number from catalogue.edition', values: [] })
  return row?.number ?? 0
}

/** All classes of the city, in the order of their codes. */
export async function loadAll(db: Db): Promise<readonly CityCategory[]> {
  const rows = await db.query<CategoryRow>({
    name: 'catalogue.all',
    text: `select ${columns} from catalogue.category order by code`,
    values: [],
  })
  return rows.flatMap((row) => toCategory(row) ?? [])
}

/** The class as it lies in the database now, or null. */
export async function load(db: Db, code: string): Promise<CityCategory | null> {
  const [row] = await db.query<CategoryRow>({
    name: 'catalogue.one',
    text: `select ${columns} from catalogue.category where code = $1`,
    values: [code],
  })
  return row === undefined ? null : toCategory(row)
}

/** Raises the edition; until the transaction ends, other writers of the catalogue wait. */
export async function holdEdition(db: Db): Promise<void> {
  await db.query({ name: 'catalogue.raise', text: 'update catalogue.edition set number = number + 1', values: [] })
}

/** Stores what the city changed if the row still has `version`; null when it has not. */
export async function save(ctx: Context, changed: CityCategory, facts: Facts): Promise<CityCategory | null> {
  const sql = statement()
  const set = [
    `plain_zh = ${sql.bind(changed.plain.zh)}, plain_en = ${sql.bind(changed.plain.en)}, severity = ${sql.bind(changed.severity)}`,
    `home = ${sql.bind(changed.home)}, limits = ${sql.bind(asText(changed.limits))}, words = ${sql.bind(changed.words)}`,
    `enabled = ${sql.bind(changed.enabled)}, valid_from = ${sql.bind(changed.validFrom)}, valid_to = ${sql.bind(changed.validTo)}`,
    `version = version + 1, changed_at = ${sql.bind(ctx.now)}`,
  ].join(', ')
  sql.with(
    'changed',
    `update catalogue.category set ${set} where code = ${sql.bind(changed.code)} and version = ${sql.bind(changed.version)} returning ${columns}`,
  )
  auditIn(sql, ctx, { action: 'category.changed', object: { kind: 'category', id: changed.code }, facts })
  const [row] = await ctx.db.query<CategoryRow>(sql.done('select * from changed'))
  return row === undefined ? null : toCategory(row)
}

/** Adds a class of the city's own under the first free number from `from` to `to`; null when none is free. Call `holdEdition` first. */
export async function insertLocal(
  ctx: Context,
  category: Omit<CityCategory, 'code' | 'class'>,
  from: string,
  to: string,
): Promise<CityCategory | null> {
  const sql = statement()
  const [low, high] = [sql.bind(from), sql.bind(to)]
  const free = `select lpad(n::text, 5, '0') from generate_series(${low}::int, ${high}::int) n
    where not exists (select from catalogue.category c where c.code = lpad(n::text, 5, '0')) order by n limit 1`
  sql.with('free', `select (${free}) as code`)
  const texts = [
    category.scheme,
    category.kind,
    category.name.zh,
    category.name.en,
    category.plain.zh,
    category.plain.en,
    category.severity,
  ]
  const values = [...texts, category.words].map((value) => sql.bind(value))
  const typed = `${sql.bind(category.home)}::boolean, ${sql.bind(asText(category.limits))}::jsonb, ${sql.bind(ctx.now)}::timestamptz`
  sql.with(
    'made',
    `insert into catalogue.category (code, class, local, scheme, kind, name_zh, name_en, plain_zh, plain_en, severity, words, home, limits, changed_at)
    select code, code, true, ${values.join(', ')}, ${typed} from free where code is not null returning ${columns}`,
  )
  const [row] = await ctx.db.query<CategoryRow>(sql.done('select * from made'))
  return row === undefined ? null : toCategory(row)
}

/** Writes the facts: new classes are added, unchanged ones follow the facts, what the city changed stays. Harmless when run again. */
export async function writeFacts(db: Db, facts: readonly Category[]): Promise<number> {
  const rows = facts.map((one) => ({
    code: one.code,
    scheme: one.scheme,
    kind: one.kind,
    class: one.class,
    name_zh: one.name.zh,
    name_en: one.name.en,
    plain_zh: one.plain.zh,
    plain_en: one.plain.en,
    severity: one.severity,
    home: one.home,
    emergency: one.emergency ?? null,
  }))
  const own = 'code, scheme, kind, class, name_zh, name_en, plain_zh, plain_en, severity, home, emergency'
  const [row] = await db.query<{ n: number }>({
    name: 'catalogue.facts',
    text: `with written as (
        insert into catalogue.category as c (${own})
        select ${own} from jsonb_to_recordset($1::jsonb) as f(code text, scheme text, kind text, class text, name_zh text, name_en text,
          plain_zh text, plain_en text, severity text, home boolean, emergency jsonb)
        on conflict (code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, plain_zh = excluded.plain_zh,
          plain_en = excluded.plain_en, severity = excluded.severity, home = excluded.home, emergency = excluded.emergency
        where c.changed_at is null and not c.local
          and (c.name_zh, c.name_en, c.plain_zh, c.plain_en, c.severity, c.home, c.emergency)
            is distinct from (excluded.name_zh, excluded.name_en, excluded.plain_zh, excluded.plain_en, excluded.severity, excluded.home, excluded.emergency)
        returning 1)
      update catalogue.edition set number = number + (select count(*) from written) returning (select count(*) from written) as n`,
    values: [JSON.stringify(rows)],
  })
  return row?.n ?? 0
}
