import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { writeFields } from '#platform/vault'
import { newTotpSecret, totpMatch, totpUri } from '../secrets/totp.ts'
import { accountRow } from '../sql/accounts.ts'
import { forget } from '../sql/known.ts'
import { readFields } from '#platform/vault'
import { signedIn } from './signed-in.ts'

/** Begins setting up the second factor: a secret for an authenticator app. @throws accounts.factorOn if there is one already */
export async function beginSecondFactor(ctx: Context): Promise<{ secret: string; uri: string }> {
  const account = await accountRow(ctx, signedIn(ctx))
  if (account.second_factor_at !== null) {
    throw refuse('conflict', 'accounts.factorOn', {
      zh: '动态口令已启用。更换手机请联系安全管理员重置。',
      en: 'The second factor is on. To change the device, ask the security administrator for a reset.',
    })
  }
  const secret = newTotpSecret()
  await writeFields(ctx, account.subject_id, { totp: secret })
  return { secret, uri: totpUri(secret, 'Linli', account.sign_in ?? account.id) }
}

/** Ends setting it up with the first one-time password; this session has all its rights from now on. @throws accounts.factorCode */
export async function confirmSecondFactor(ctx: Context, code: string): Promise<void> {
  const account = await accountRow(ctx, signedIn(ctx))
  const secret = (await readFields(ctx, [account.subject_id])).get(account.subject_id)?.totp
  const step = secret === undefined ? null : totpMatch(secret, code, ctx.now, account.second_factor_step)
  if (step === null || account.second_factor_at !== null) {
    throw refuse('invalid', 'accounts.factorCode', {
      zh: '动态口令不对。请核对手机时间后再试。',
      en: 'The code is wrong. Check the time of your phone, then try again.',
    })
  }
  forget(account.id)
  await ctx.db.query({
    name: 'accounts.factor-on',
    text: `with on_now as (update accounts.account set second_factor_at = $2, second_factor_step = $3 where id = $1)
      update accounts.session set complete = true where id = $4`,
    values: [account.id, ctx.now, step, ctx.actor.sessionId],
  })
  await audit(ctx, { action: 'account.factorOn', object: { kind: 'account', id: account.id } })
}
