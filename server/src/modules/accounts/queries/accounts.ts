import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { maskName, maskPhone, readFields } from '#platform/vault'
import { areaNames } from '#modules/areas'
import { holdingsOf, holdingsOfAccount, postNames } from '#modules/orgs'
import { keeps } from '../commands/administer.ts'
import { accountRow, missing } from '../sql/accounts.ts'
import type { AccountRow, SessionRow, Tables } from '../sql/tables.ts'

/** A post of an account: the role and the unit by their names. */
export interface AccountPost {
  readonly holding: string
  readonly post: string
  readonly roleSay: Say | null
  readonly orgName: string
  readonly from: Date
}

/** An account as its security administrator sees it: masked. */
export interface AccountView {
  readonly row: AccountRow
  readonly name: string
  readonly phone: string
  readonly areaName: string
  readonly posts: readonly AccountPost[]
}

async function heldPosts(ctx: Context, account: string): Promise<AccountPost[]> {
  const held = (await holdingsOfAccount(ctx, account)).filter((one) => one.to_at === null)
  const names = await postNames(
    ctx,
    held.map((one) => one.post),
  )
  return held.map((one) => ({
    holding: one.id,
    post: one.post,
    roleSay: names.get(one.post)?.role ?? null,
    orgName: names.get(one.post)?.name ?? one.post,
    from: one.from_at,
  }))
}

async function viewsOf(ctx: Context, rows: readonly AccountRow[]): Promise<AccountView[]> {
  const people = await readFields(
    ctx,
    rows.map((row) => row.subject_id),
  )
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  const views: AccountView[] = []
  for (const row of rows) {
    const known = people.get(row.subject_id)
    views.push({
      row,
      name: maskName(known?.name ?? ''),
      phone: maskPhone(known?.phone ?? ''),
      areaName: areas.get(row.area) ?? row.area,
      posts: await heldPosts(ctx, row.id),
    })
  }
  return views
}

export interface AccountQuery {
  readonly q?: string | undefined
  readonly kind?: 'resident' | 'staff' | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Accounts of the actor's areas, by id: by account name, or by the whole name or phone of the person. */
export async function listAccounts(ctx: Context, query: AccountQuery): Promise<AccountView[]> {
  const scopes = ctx.actor.posts.filter((post) => post.role === 'securityAdmin').map((post) => post.area)
  const { vault } = ctx.city
  const rows = await ctx.db.query<AccountRow>({
    name: 'accounts.list',
    text: `select * from accounts.account a
      where exists (select 1 from unnest($1::text[]) scope where (a.kind = 'staff' and starts_with(a.area, scope)) or (a.kind = 'resident' and length(scope) <= 4))
        and ($2::uuid is null or id > $2) and ($3::text is null or kind = $3)
        and ($4::text is null or sign_in like $4 || '%' or phone_hash = $5
          or exists (select 1 from vault.field f where f.subject_id = a.subject_id and f.region = '000000' and f.hash in ($5, $6)))
      order by id limit $7`,
    values: [
      scopes,
      query.after ?? null,
      query.kind ?? null,
      query.q?.toLowerCase().replace(/[\\%_]/g, (one) => `\\${one}`) ?? null,
      vault.hash('phone', query.q ?? ''),
      vault.hash('name', query.q ?? ''),
      query.limit,
    ],
  })
  return viewsOf(ctx, rows)
}

/** One account, masked. @throws accounts.missing */
export async function readAccount(ctx: Context, id: string): Promise<AccountView> {
  const row = await accountRow(ctx, id)
  const [view] = keeps(ctx, row) ? await viewsOf(ctx, [row]) : []
  if (!view) throw missing()
  return view
}

export type SessionView = Omit<SessionRow, 'token_hash' | 'account'>

/** The devices on which an account is signed in, newest first. */
export async function sessionsOf(ctx: Context, account: string): Promise<SessionView[]> {
  return ctx.db
    .tables<Tables>()
    .selectFrom('accounts.session')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'idle_minutes', 'complete', 'agent', 'ended_at'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

/** The devices of somebody else. @throws accounts.missing */
export async function sessionsOfOther(ctx: Context, id: string): Promise<SessionView[]> {
  if (!keeps(ctx, await accountRow(ctx, id))) throw missing()
  return sessionsOf(ctx, id)
}

/** Names of staff, masked; for lists that show who holds a post. */
export async function maskedNames(ctx: Context, accounts: readonly string[]): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await ctx.db.query<{ id: string; subject_id: string }>({
    name: 'accounts.subjects',
    text: 'select id, subject_id from accounts.account where id = any($1)',
    values: [[...new Set(accounts)]],
  })
  const people = await readFields(
    ctx,
    rows.map((row) => row.subject_id),
  )
  return new Map(rows.map((row) => [row.id, maskName(people.get(row.subject_id)?.name ?? '')]))
}

export interface HolderView {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly from: Date
  readonly to: Date | null
}

/** Who holds a post and who held it, newest first, with masked names. */
export async function holdersOfPost(ctx: Context, post: string): Promise<HolderView[]> {
  const rows = await holdingsOf(ctx, post)
  const names = await maskedNames(
    ctx,
    rows.map((row) => row.account),
  )
  return rows.map((row) => ({ id: row.id, account: row.account, name: names.get(row.account) ?? '', from: row.from_at, to: row.to_at }))
}
