import { audit } from '#platform/audit'
import type { Context, Role } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { keeper, missing } from '../domain/permit.ts'
import { mayAlsoHold } from '../domain/roles.ts'
import { changed } from '../sql/directory.ts'
import type { HoldingRow, Tables } from '../sql/tables.ts'
import { holdsAlready, postRow } from './posts.ts'

function notOneself(ctx: Context, account: string): void {
  if (ctx.actor.id !== account) return
  throw refuse('forbidden', 'orgs.ownPost', {
    zh: '不能给自己授予或解除岗位，请由另一位安全管理员办理。',
    en: 'Nobody gives or takes a post of their own; another security administrator does.',
  })
}

async function rolesOf(ctx: Context, account: string): Promise<Role[]> {
  const rows = await ctx.db.query<{ role: Role }>({
    name: 'orgs.roles',
    text: `select distinct p.role from orgs.holding h join orgs.post p on p.id = h.post where h.account = $1 and h.to_at is null and p.valid_to is null`,
    values: [account],
  })
  return rows.map((row) => row.role)
}

/**
 * Gives a post to an account. By a security administrator of the post's area, never to themself.
 * @throws orgs.post, orgs.ownPost, orgs.separate (the three administrators hold nothing else; who calls back handles nothing), orgs.held
 */
export async function hold(ctx: Context, post: string, account: string): Promise<HoldingRow> {
  const row = await postRow(ctx, post)
  const by = keeper(ctx.actor, ['securityAdmin'], row.area, 'post')
  if (row.valid_to !== null) throw missing('post')
  notOneself(ctx, account)
  if (!mayAlsoHold(await rolesOf(ctx, account), row.role)) {
    throw refuse('conflict', 'orgs.separate', {
      zh: '系统、安全、审计三类管理员相互独立，也不兼任其他岗位；回访员不兼任办理岗位。请另设账号。',
      en: 'System, security and audit administrators hold no other post, and who calls back holds no post that handles. Use another account.',
    })
  }
  const held = await place(ctx, post, account)
  await audit(ctx, { action: 'post.given', object: { kind: 'account', id: account }, post: by.id, facts: { post } })
  return held
}

/** Writes a holding without asking who does it: for seeds and the first administrator. @throws orgs.held */
export async function place(ctx: Context, post: string, account: string): Promise<HoldingRow> {
  const held = { id: newId(cityRegion, ctx.now), post, account, from_at: ctx.now, to_at: null }
  try {
    await ctx.db.tables<Tables>().insertInto('orgs.holding').values(held).execute()
  } catch (error) {
    if (holdsAlready(error)) throw refuse('conflict', 'orgs.held', { zh: '此人已在该岗位上。', en: 'This person holds the post already.' })
    throw error
  }
  await changed(ctx)
  return held
}

/** Ends a holding: its rights are gone with the commit. @throws orgs.holding, orgs.ownPost */
export async function endHolding(ctx: Context, id: string): Promise<HoldingRow> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.holding').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.to_at !== null) throw missing('holding')
  const by = keeper(ctx.actor, ['securityAdmin'], (await postRow(ctx, row.post)).area, 'holding')
  notOneself(ctx, row.account)
  const to_at = ctx.now < row.from_at ? row.from_at : ctx.now
  await ctx.db.tables<Tables>().updateTable('orgs.holding').set({ to_at }).where('id', '=', id).execute()
  await audit(ctx, { action: 'post.taken', object: { kind: 'account', id: row.account }, post: by.id, facts: { post: row.post } })
  await changed(ctx)
  return { ...row, to_at }
}
