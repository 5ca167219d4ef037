import type { Context, Post, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { roleSay } from '../domain/roles.ts'
import type { HoldingRow, Tables } from '../sql/tables.ts'
import type { PostView } from './shapes.ts'

export interface PostQuery {
  readonly area?: string | undefined
  readonly role?: Role | undefined
  readonly org?: string | undefined
  readonly vacant?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Posts in force within a scope, by id, with how many persons hold each. */
export async function listPosts(ctx: Context, query: PostQuery): Promise<PostView[]> {
  return ctx.db.query<PostView>({
    name: 'orgs.post-list',
    text: `select * from (select p.*, jsonb_build_object('zh', u.name, 'en', coalesce(nullif(u.name_en, ''), u.name)) as "orgName",
          (select count(*) from orgs.holding h where h.post = p.id and h.to_at is null) as holders
        from orgs.post p join orgs.unit u on u.id = p.org
        where p.valid_to is null and ($1::text is null or p.id > $1) and ($2::text is null or p.area like $2 || '%')
          and ($3::text is null or p.role = $3) and ($4::text is null or p.org = $4)) p
      where $5::boolean is null or (holders = 0) = $5 order by id limit $6`,
    values: [query.after ?? null, query.area ?? null, query.role ?? null, query.org ?? null, query.vacant ?? null, query.limit],
  })
}

/** One post in force with its organisation and holders. */
export async function postCardOf(ctx: Context, id: string): Promise<PostView | null> {
  const [row] = await ctx.db.query<PostView>({
    name: 'orgs.post-one',
    text: `select p.*, jsonb_build_object('zh', u.name, 'en', coalesce(nullif(u.name_en, ''), u.name)) as "orgName",
        (select count(*) from orgs.holding h where h.post = p.id and h.to_at is null) as holders
      from orgs.post p join orgs.unit u on u.id = p.org where p.id = $1`,
    values: [id],
  })
  return row ?? null
}

/** What posts are called, also abolished ones: the unit's name and the role. */
export async function postNames(ctx: Context, ids: readonly string[]): Promise<Map<string, { name: string; role: Say }>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.query<{ id: string; role: Role; name: string }>({
    name: 'orgs.post-names',
    text: 'select p.id, p.role, u.name from orgs.post p join orgs.unit u on u.id = p.org where p.id = any($1)',
    values: [[...new Set(ids)]],
  })
  return new Map(rows.map((row) => [row.id, { name: row.name, role: roleSay[row.role] }]))
}

/** The posts that an account holds now. */
export async function postsOf(ctx: Context, account: string): Promise<Post[]> {
  return ctx.db.query<Post>({
    name: 'orgs.posts-of',
    text: 'select id, role, org, area, areas from orgs.held_post where account = $1 order by id',
    values: [account],
  })
}

/** Who holds a post, and who held it, newest first (at most 200). */
export async function holdingsOf(ctx: Context, post: string): Promise<HoldingRow[]> {
  return ctx.db.tables<Tables>().selectFrom('orgs.holding').selectAll().where('post', '=', post).orderBy('id', 'desc').limit(200).execute()
}

/** The holdings of an account, newest first (at most 200). */
export async function holdingsOfAccount(ctx: Context, account: string): Promise<HoldingRow[]> {
  return ctx.db
    .tables<Tables>()
    .selectFrom('orgs.holding')
    .selectAll()
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}
