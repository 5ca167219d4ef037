import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import type { AccountRow, Tables } from './tables.ts'

const accounts = (ctx: Context) => ctx.db.tables<Tables>().selectFrom('accounts.account').selectAll()

export async function accountBySignIn(ctx: Context, signIn: string): Promise<AccountRow | null> {
  return (await accounts(ctx).where('sign_in', '=', signIn.trim().toLowerCase()).executeTakeFirst()) ?? null
}

export async function accountByPhone(ctx: Context, phone: string): Promise<AccountRow | null> {
  return (await accounts(ctx).where('phone_hash', '=', ctx.city.vault.hash('phone', phone)).executeTakeFirst()) ?? null
}

/** An account by id. @throws accounts.missing */
export async function accountRow(ctx: Context, id: string): Promise<AccountRow> {
  const row = await accounts(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw missing()
  return row
}

/** What is not there, and what lies outside one's area, look the same. */
export function missing() {
  return refuse('missing', 'accounts.missing', {
    zh: '没有找到这个账号，或不在您的管辖范围内。',
    en: 'There is no such account, or it lies outside your area.',
  })
}
