import type { z } from 'zod'
import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import type { CaseRow } from '../http/views.ts'
import { living } from '../domain/case-life.ts'
import { rowColumns, rowViews } from './list.ts'
import { reachParts } from './reach.ts'

/** Those of some cases that this person may see, newest first: for modules that keep ids of cases. */
export async function casesAmong(ctx: Context, ids: readonly string[]): Promise<z.infer<typeof CaseRow>[]> {
  if (ids.length === 0) return []
  const values: unknown[] = [[...new Set(ids.map(regionOf))], ids]
  const parts = reachParts(ctx, (value) => `$${values.push(value)}`)
  const rows = await ctx.db.query<Parameters<typeof rowViews>[1][number]>({
    text: `select ${rowColumns} from cases."case" c where c.region = any($1::text[]) and c.id = any($2::uuid[])
      and (${parts.join(' or ') || 'false'}) order by c.id desc`,
    values,
  })
  return rowViews(ctx, rows)
}

/** How many of some cases are open: a number alone, which tells nothing of them. */
export async function openAmong(ctx: Context, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const [row] = await ctx.db.query<{ n: number }>({
    name: 'case.open-among',
    text: 'select count(*)::int as n from cases."case" where region = any($1::text[]) and id = any($2::uuid[]) and state = any($3::text[])',
    values: [[...new Set(ids.map(regionOf))], ids, living],
  })
  return row?.n ?? 0
}
