import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'

export interface WorklistRow {
  readonly region: string
  readonly noun: string
  readonly noun_id: string
  readonly post: string
  readonly area: string
  readonly why: Say
  readonly since: Date
  readonly due_at: Date | null
}

/** Where a page ends: due time (null for what has none) and id. */
export interface Cursor {
  readonly due: string | null
  readonly id: string
}

/** One page of what waits for the posts, by due time; what has no due time comes last. Reads index item_post_due of each post. */
export async function pageOf(ctx: Context, posts: readonly string[], after: Cursor | null, limit: number): Promise<WorklistRow[]> {
  return ctx.db.query<WorklistRow>({
    name: 'worklist.page',
    text: `select i.* from unnest($1::text[]) as p(post) cross join lateral (
        select * from worklist.item w where w.post = p.post
          and ($3::uuid is null or (case when $2::timestamptz is null then w.due_at is null and w.noun_id > $3
            else w.due_at > $2 or (w.due_at = $2 and w.noun_id > $3) or w.due_at is null end))
        order by w.due_at nulls last, w.noun_id limit $4) i
      order by i.due_at nulls last, i.noun_id limit $4`,
    values: [posts, after?.due ?? null, after?.id ?? null, limit],
  })
}

/** How much waits, is late, and is due within the next working hours; counted to 1,000 at most (index item_post_due of each post). */
export async function waitingCounts(
  ctx: Context,
  posts: readonly string[],
  soon: Date,
): Promise<{ waiting: number; soon: number; late: number; more: boolean }> {
  const [row] = await ctx.db.query<{ waiting: number; soon: number; late: number }>({
    name: 'worklist.counts',
    text: `select count(*) as waiting, count(*) filter (where due_at < $2) as late, count(*) filter (where due_at >= $2 and due_at < $3) as soon
      from (select i.due_at from unnest($1::text[]) as p(post) cross join lateral (
          select w.due_at from worklist.item w where w.post = p.post order by w.due_at nulls last, w.noun_id limit 1001) i
        order by i.due_at nulls last limit 1001) w`,
    values: [posts, ctx.now, soon],
  })
  const waiting = row?.waiting ?? 0
  return { waiting: Math.min(waiting, 1000), soon: row?.soon ?? 0, late: row?.late ?? 0, more: waiting > 1000 }
}
