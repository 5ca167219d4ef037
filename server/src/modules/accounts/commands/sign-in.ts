import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { isDemonstration } from '#platform/demonstration'
import { type Refusal, refuse } from '#platform/refusal'
import { readFields } from '#platform/vault'
import { deviceTokens } from '../secrets/device.ts'
import { isPassword } from '../secrets/password.ts'
import { totpMatch } from '../secrets/totp.ts'
import { accountBySignIn } from '../sql/accounts.ts'
import type { AccountRow } from '../sql/tables.ts'
import { forgive, reserveTry, tried } from './failures.ts'
import { type Opened, openSession } from './sessions.ts'

/** A session and what its browser keeps to be known again. */
export interface SignedIn extends Opened {
  readonly device: string
}

/** From where somebody signs in. */
export interface Place {
  readonly ip: string
  readonly userAgent: string
  /** What this browser was given when it signed in before. */
  readonly device?: string | undefined
}

function wrong(): Refusal {
  return refuse('unauthenticated', 'session.wrong', {
    zh: '账号、密码或验证码不对。连续输错 5 次后要等一会儿才能再试。',
    en: 'Account, password or code is wrong. After five wrong tries in a row you have to wait.',
  })
}

/** A locked account learns so only with the right password. */
export function refuseLocked(account: AccountRow): void {
  if (account.locked_at === null) return
  throw refuse('forbidden', 'session.accountLocked', {
    zh: '这个账号已停用。请联系本单位安全管理员。',
    en: 'This account is locked. Ask your security administrator.',
  })
}

/** True if the one-time password is right; its step is used up with the same statement, so that it works once. */
export async function useOneTimePassword(ctx: Context, account: AccountRow, code: string): Promise<boolean> {
  const secret = (await readFields(ctx, [account.subject_id])).get(account.subject_id)?.totp
  const step = secret === undefined ? null : totpMatch(secret, code, ctx.now, account.second_factor_step)
  if (step === null) return false
  const used = await ctx.db.query({
    name: 'accounts.step',
    text: `update accounts.account set second_factor_step = $2 where id = $1 and (second_factor_step is null or second_factor_step < $2) returning id`,
    values: [account.id, step],
  })
  return used.length > 0
}

async function checkSecondFactor(ctx: Context, account: AccountRow, code: string | undefined): Promise<boolean> {
  if (account.second_factor_at === null) return account.kind === 'resident' || (await isDemonstration(ctx.db))
  if (code === undefined) {
    throw refuse('unauthenticated', 'session.codeNeeded', {
      zh: '请输入验证器上的 6 位动态口令。',
      en: 'Enter the six digits that your authenticator shows.',
    })
  }
  if (!(await useOneTimePassword(ctx, account, code))) throw wrong()
  return true
}

/**
 * Signs in by account name and password, and the one-time password where there is a second factor. A member of staff of
 * a real city without one gets a session whose only right is to set it up (GB/T 22239-2019, two factors).
 * @throws session.locked, session.wrong, session.codeNeeded, session.accountLocked
 */
export async function signInByPassword(
  ctx: Context,
  typed: { account: string; password: string; code?: string | undefined },
  place: Place,
): Promise<SignedIn> {
  const name = typed.account.trim().toLowerCase()
  const by = tried(ctx, name, place.ip, place.device)
  await reserveTry(ctx, by)
  const account = await accountBySignIn(ctx, typed.account)
  const right = await isPassword(account?.password ?? null, typed.password)
  if (!account || !right) {
    await audit(ctx, { action: 'session.failed', object: { kind: 'account', id: account?.id ?? null } })
    throw wrong()
  }
  refuseLocked(account)
  const complete = await checkSecondFactor(ctx, account, typed.code)
  await forgive(ctx, by)
  return { ...(await openSession(ctx, account, complete, place.userAgent)), device: deviceTokens(ctx.city.vault, name, place.device) }
}
