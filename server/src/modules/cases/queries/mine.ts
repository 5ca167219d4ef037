import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { CasePage } from '../http/views.ts'
import { rowColumns, rowViews } from './list.ts'

/** A resident's own matters, newest first (index case_reporter). */
export async function myCases(
  ctx: Context,
  query: { after?: string | undefined; limit?: number | undefined },
): Promise<z.infer<typeof CasePage>> {
  const limit = query.limit ?? 30
  const rows = await ctx.db.query<Parameters<typeof rowViews>[1][number]>({
    name: 'case.mine',
    text: `select ${rowColumns} from cases."case" c where c.reporter_account = $1 and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`,
    values: [ctx.actor.id, query.after ?? null, limit + 1],
  })
  const page = rows.slice(0, limit)
  return { items: await rowViews(ctx, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
