import { audit } from '#platform/audit'
import { type Context, holds } from '#platform/context'
import { refuse } from '#platform/refusal'
import { eraseSubject, writeFields } from '#platform/vault'
import { endHolding, type Holding, hold } from '#modules/orgs'
import { accountRow, missing } from '../sql/accounts.ts'
import type { AccountRow, Tables } from '../sql/tables.ts'
import { type StaffInput, writeStaff } from './create.ts'
import { inviteToChoosePassword } from './invitations.ts'
import { endSessions, sessionOwner, unknownSession } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** A city's own scope has at most four digits; residents belong to the city. */
const CITY_SCOPE = 4

/** Whether the actor keeps this account: a security administrator of its area, for residents one of the city. */
export function keeps(ctx: Context, account: Pick<AccountRow, 'kind' | 'area'>): boolean {
  if (account.kind === 'staff') return holds(ctx.actor, ['securityAdmin'], account.area) !== null
  return ctx.actor.posts.some((post) => post.role === 'securityAdmin' && post.area.length <= CITY_SCOPE)
}

async function kept(ctx: Context, id: string): Promise<AccountRow> {
  const row = await accountRow(ctx, id)
  if (!keeps(ctx, row)) throw missing()
  return row
}

function notOneself(ctx: Context, id: string): void {
  if (ctx.actor.id !== id) return
  throw refuse('forbidden', 'accounts.oneself', {
    zh: '不能对自己的账号做这件事，请由另一位安全管理员办理。',
    en: 'Nobody does this to their own account; another security administrator does.',
  })
}

/** Makes a staff account; gives the link with which the person chooses a password. @throws accounts.missing (outside the area), accounts.taken */
export async function createAccount(ctx: Context, input: StaffInput): Promise<{ account: AccountRow; link: string }> {
  if (!holds(ctx.actor, ['securityAdmin'], input.area)) throw missing()
  const account = await writeStaff(ctx, input)
  return { account, link: await inviteToChoosePassword(ctx, account.id) }
}

/** Corrects name, phone or area. @throws accounts.missing */
export async function changeAccount(
  ctx: Context,
  id: string,
  change: { name?: string | undefined; phone?: string | undefined; area?: string | undefined },
): Promise<AccountRow> {
  const row = await kept(ctx, id)
  const area = change.area ?? row.area
  if (!keeps(ctx, { kind: row.kind, area })) throw missing()
  await writeFields(ctx, row.subject_id, {
    ...(change.name !== undefined && { name: change.name }),
    ...(row.kind === 'staff' && change.phone !== undefined && { phone: change.phone }),
  })
  if (area !== row.area) await ctx.db.tables<Tables>().updateTable('accounts.account').set({ area }).where('id', '=', id).execute()
  await audit(ctx, { action: 'account.changed', object: { kind: 'account', id }, facts: { fields: Object.keys(change) } })
  return { ...row, area }
}

/** Takes password, second factor and the binding to the city's own sign-in away, signs all devices out, and gives a link to choose a new password. @throws accounts.missing, accounts.oneself */
export async function resetAccount(ctx: Context, id: string): Promise<string> {
  const row = await kept(ctx, id)
  notOneself(ctx, id)
  await writeFields(ctx, row.subject_id, { totp: '' })
  await ctx.db
    .tables<Tables>()
    .updateTable('accounts.account')
    .set({ password: null, second_factor_at: null, second_factor_step: null })
    .where('id', '=', id)
    .execute()
  await ctx.db.tables<Tables>().deleteFrom('accounts.outside_identity').where('account', '=', id).execute()
  await endSessions(ctx, id)
  await audit(ctx, { action: 'account.reset', object: { kind: 'account', id } })
  return inviteToChoosePassword(ctx, id)
}

/** Locks an account at once, or unlocks it. @throws accounts.missing, accounts.oneself */
export async function lockAccount(ctx: Context, id: string, locked: boolean): Promise<void> {
  await kept(ctx, id)
  notOneself(ctx, id)
  await ctx.db
    .tables<Tables>()
    .updateTable('accounts.account')
    .set({ locked_at: locked ? ctx.now : null })
    .where('id', '=', id)
    .execute()
  if (locked) await endSessions(ctx, id)
  await audit(ctx, { action: locked ? 'account.locked' : 'account.unlocked', object: { kind: 'account', id } })
}

/** Signs one device of somebody out; a device elsewhere is like one that is not there. @throws session.unknown */
export async function revokeSession(ctx: Context, session: string): Promise<void> {
  const owner = await sessionOwner(ctx, session)
  if (!keeps(ctx, await accountRow(ctx, owner))) throw unknownSession()
  await endSessions(ctx, owner, { only: session })
}

/** Signs one of one's own devices out. @throws session.unknown */
export async function endOwnSession(ctx: Context, session: string): Promise<void> {
  const owner = await sessionOwner(ctx, session)
  if (owner !== signedIn(ctx)) throw unknownSession()
  await endSessions(ctx, owner, { only: session })
}

/** Gives a post to a staff account; its devices see it with their next request. @throws accounts.missing and what `hold` throws */
export async function givePost(ctx: Context, post: string, account: string): Promise<Holding> {
  const row = await accountRow(ctx, account)
  if (row.kind !== 'staff' || row.locked_at !== null) throw missing()
  return hold(ctx, post, account)
}

/** Ends a holding: rights are gone at once, and all devices of the account are signed out. @throws what `endHolding` throws */
export async function takePost(ctx: Context, holding: string): Promise<void> {
  const ended = await endHolding(ctx, holding)
  await endSessions(ctx, ended.account)
}

/**
 * Erases a resident's account at their own wish (PIPL 47): the key is destroyed, so name, phone and every sealed word are
 * gone; what was decided and counted stays.
 */
export async function eraseOneself(ctx: Context): Promise<void> {
  const row = await accountRow(ctx, signedIn(ctx))
  if (row.kind !== 'resident') {
    throw refuse('forbidden', 'accounts.staffErasure', {
      zh: '工作账号由安全管理员停用，不能自行注销。',
      en: 'A staff account is locked by the security administrator; it is not erased by its holder.',
    })
  }
  await endSessions(ctx, row.id)
  await ctx.db
    .tables<Tables>()
    .updateTable('accounts.account')
    .set({ phone_hash: null, sign_in: null, password: null, locked_at: ctx.now })
    .where('id', '=', row.id)
    .execute()
  await eraseSubject(ctx, row.subject_id)
  await audit(ctx, { action: 'account.erased', object: { kind: 'account', id: row.id } })
}
