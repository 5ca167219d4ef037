import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { isDemonstration } from '#platform/demonstration'
import { refuse } from '#platform/refusal'
import type { Identity } from '../oidc/provider.ts'
import { accountBySignIn, accountRow } from '../sql/accounts.ts'
import type { AccountRow, Tables } from '../sql/tables.ts'
import { type Opened, openSession } from './sessions.ts'
import { refuseLocked } from './sign-in.ts'

async function boundAccount(ctx: Context, { issuer, subject }: Identity): Promise<AccountRow | null> {
  const row = await ctx.db
    .tables<Tables>()
    .selectFrom('accounts.outside_identity')
    .select('account')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row ? accountRow(ctx, row.account) : null
}

/** Binds a staff account that the security administrator made to the subject that now bears its name; an account is bound once. */
async function bind(ctx: Context, { issuer, subject, name }: Identity): Promise<AccountRow | null> {
  const account = name === null ? null : await accountBySignIn(ctx, name)
  if (account?.kind !== 'staff') return null
  const rows = await ctx.db.query({
    name: 'accounts.bind-outside',
    text: `insert into accounts.outside_identity (issuer, subject, account, since) values ($1, $2, $3, $4)
      on conflict do nothing returning account`,
    values: [issuer, subject, account.id, ctx.now],
  })
  if (rows.length === 0) return null
  await audit(ctx, { action: 'account.bound', object: { kind: 'account', id: account.id } })
  return account
}

function unknown(): Error {
  return refuse('forbidden', 'session.notOpened', {
    zh: '统一登录认出了您，但您在这里还没有账号。请联系本单位安全管理员。',
    en: 'The city’s own sign-in knows you, but you have no account here yet. Ask your security administrator.',
  })
}

/**
 * Signs in whom the city's own sign-in vouches for. Nobody gets an account by this: the security administrator makes it first.
 * A second factor (GB/T 22239-2019) is either the provider's, or the session has no right but to set one up; whoever has one here
 * already signs in with it here.
 * @throws Refusal `session.notOpened` (403), `session.accountLocked` (403), `session.codeNeeded` (401)
 */
export async function signInOutside(ctx: Context, identity: Identity, userAgent: string): Promise<Opened> {
  const account = (await boundAccount(ctx, identity)) ?? (await bind(ctx, identity))
  if (!account) throw unknown()
  refuseLocked(account)
  if (!identity.secondFactor && account.second_factor_at !== null) {
    throw refuse('unauthenticated', 'session.codeNeeded', {
      zh: '统一登录没有核验第二重身份。请用账号、密码和动态口令登录。',
      en: 'The city’s own sign-in did not ask for a second factor. Sign in with account, password and code.',
    })
  }
  return openSession(ctx, account, identity.secondFactor || (await isDemonstration(ctx.db)), userAgent)
}
