import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { weakness } from '../domain/password.ts'
import { hashPassword, isPassword } from '../secrets/password.ts'
import { accountRow } from '../sql/accounts.ts'
import type { AccountRow, Tables } from '../sql/tables.ts'
import { forgive, reserveTry, tried } from './failures.ts'
import { endSessions } from './sessions.ts'
import { signedIn } from './signed-in.ts'

/** Sets a password. @throws accounts.weak */
export async function setPassword(ctx: Context, account: AccountRow, password: string): Promise<void> {
  const refusal = weakness(password, account.sign_in ?? '')
  if (refusal) throw refusal
  await ctx.db
    .tables<Tables>()
    .updateTable('accounts.account')
    .set({ password: await hashPassword(password), password_at: ctx.now })
    .where('id', '=', account.id)
    .execute()
}

/** Changes one's own password; all other devices are signed out. @throws session.locked, accounts.wrongPassword, accounts.weak */
export async function changePassword(ctx: Context, typed: { current: string; next: string }, ip: string): Promise<void> {
  const account = await accountRow(ctx, signedIn(ctx))
  const by = tried(ctx, `password:${account.id}`, ip)
  await reserveTry(ctx, by)
  if (!(await isPassword(account.password, typed.current))) {
    throw refuse('invalid', 'accounts.wrongPassword', { zh: '现在的密码不对。', en: 'The present password is wrong.' })
  }
  await forgive(ctx, by)
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db }
    await setPassword(inside, account, typed.next)
    await endSessions(inside, account.id, { except: ctx.actor.sessionId })
    await audit(inside, { action: 'account.passwordChanged', object: { kind: 'account', id: account.id } })
  })
}
