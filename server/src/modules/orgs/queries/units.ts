import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { missing } from '../domain/permit.ts'
import { type Level, levelOf, type UnitKind } from '../domain/unit.ts'
import type { UnitRow } from '../sql/tables.ts'

export interface UnitQuery {
  readonly q?: string | undefined
  /** Units whose area lies within this scope, or around it. */
  readonly area?: string | undefined
  readonly kind?: UnitKind | undefined
  readonly parent?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Units in force, by id: those whose name, English name or id holds the words. */
export async function searchUnits(ctx: Context, query: UnitQuery): Promise<UnitRow[]> {
  const like = query.q ? `%${query.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%` : null
  return ctx.db.query<UnitRow>({
    name: 'orgs.search',
    text: `select * from orgs.unit where valid_to is null and ($1::text is null or id > $1)
        and ($2::text is null or name ilike $2 or name_en ilike $2 or id ilike $2)
        and ($3::text is null or area like $3 || '%' or starts_with($3, area))
        and ($4::text is null or kind = $4) and ($5::text is null or parent = $5)
      order by id limit $6`,
    values: [query.after ?? null, like, query.area ?? null, query.kind ?? null, query.parent ?? null, query.limit],
  })
}

/** A party organisation in its tree, with what this place calls its level. */
export interface PartyNode {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parent: string | null
  readonly level: number
  readonly levelName: { readonly zh: string; readonly en: string } | null
}

/** The party organisation tree from `root`, or from the organisations that have none above them, to 6 levels and 2,000 nodes (001-53). */
export async function partyTree(ctx: Context, root: string | null, area: string | null): Promise<PartyNode[]> {
  return ctx.db.query<PartyNode>({
    name: 'orgs.party',
    text: `with recursive tree as (
        select id, kind, name, parent, 1 as level from orgs.unit
        where valid_to is null and kind in ('partyWorkCommittee', 'widerPartyCommittee', 'partyCommittee', 'generalBranch', 'branch', 'partyGroup')
          and (case when $1::text is null then parent is null else id = $1 end)
        union all select u.id, u.kind, u.name, u.parent, t.level + 1 from orgs.unit u join tree t on u.parent = t.id
        where u.valid_to is null and t.level < 6)
      select t.id, t.kind, t.name, t.parent, t.level,
        case when l.level is null then null else jsonb_build_object('zh', l.name, 'en', l.name_en) end as "levelName"
      from tree t left join orgs.party_level l on l.level = t.level
      where $2::text is null or exists (select 1 from orgs.unit u where u.id = t.id and (u.area like $2 || '%' or starts_with($2, u.area)))
      order by t.level, t.id limit 2000`,
    values: [root, area],
  })
}

/** Names of units, also of closed ones: history shows them. */
export async function unitNames(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const pairs = await unitWords(ctx, ids)
  return new Map([...pairs].map(([id, words]) => [id, words.zh]))
}

/** Names of units in both languages; the Chinese one where there is no English. */
export async function unitWords(ctx: Context, ids: readonly string[]): Promise<Map<string, Say>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.query<{ id: string; name: string; name_en: string }>({
    name: 'orgs.names',
    text: 'select id, name, name_en from orgs.unit where id = any($1)',
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map((row) => [row.id, { zh: row.name, en: row.name_en || row.name }]))
}

/** The level of a unit. @throws orgs.unit */
export async function unitLevel(ctx: Context, id: string): Promise<Level> {
  const [row] = await ctx.db.query<{ kind: UnitKind }>({
    name: 'orgs.kind',
    text: 'select kind from orgs.unit where id = $1',
    values: [id],
  })
  if (!row) throw missing('unit')
  return levelOf(row.kind)
}
