import { timingSafeEqual } from 'node:crypto'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { cityRegion } from '#platform/ids'
import { sendSms } from '#platform/notify'
import { refuse } from '#platform/refusal'
import { normalise } from '#platform/vault'
import { deviceTokens } from '../secrets/device.ts'
import { newCode } from '../secrets/token.ts'
import { accountByPhone } from '../sql/accounts.ts'
import { writeResident } from './create.ts'
import { forgive, reserveTry, tried } from './failures.ts'
import { openSession } from './sessions.ts'
import { type Place, refuseLocked, type SignedIn } from './sign-in.ts'

/** A code lives five minutes and five tries; a phone gets one a minute and ten a day. */
const LIVES = 5 * 60_000
const TRIES = 5
const AGAIN = 60_000
const A_DAY = 10

const hashOf = (ctx: Context, phone: string, code: string): Buffer =>
  ctx.city.vault.digest('sign-in.code', `${normalise('phone', phone)}/${code}`)

/** A mobile number of the mainland, however it is written. @throws session.phone */
export function mobileOf(phone: string): string {
  const plain = normalise('phone', phone)
  if (/^1[3-9]\d{9}$/.test(plain)) return plain
  throw refuse('invalid', 'session.phone', { zh: '请填写 11 位手机号。', en: 'Enter a mobile number of 11 digits.' })
}

/**
 * Sends a sign-in code to a phone; nobody learns whether the phone has an account.
 * @throws session.phone, session.codeTooSoon (429) within a minute of the last or after ten in a day
 */
export async function sendSignInCode(ctx: Context, typed: string): Promise<void> {
  const phone = mobileOf(typed)
  const code = newCode()
  const kept = await ctx.db.query({
    name: 'accounts.code',
    text: `insert into accounts.code as c (phone_hash, code_hash, sent_at, expires_at, tries, day, sent_today) values ($1, $2, $3, $4, 0, $5, 1)
      on conflict (phone_hash) do update set code_hash = $2, sent_at = $3, expires_at = $4, tries = 0, day = $5,
        sent_today = case when c.day = $5 then c.sent_today + 1 else 1 end
      where c.sent_at <= $6 and (c.day <> $5 or c.sent_today < $7) returning phone_hash`,
    values: [
      ctx.city.vault.hash('phone', phone),
      hashOf(ctx, phone, code),
      ctx.now,
      new Date(ctx.now.getTime() + LIVES),
      localDate(ctx.now),
      new Date(ctx.now.getTime() - AGAIN),
      A_DAY,
    ],
  })
  if (kept.length === 0) {
    throw refuse(
      'limited',
      'session.codeTooSoon',
      { zh: '验证码刚刚发过，或今天已发满 10 次。请稍后再试。', en: 'A code was sent just now, or ten today. Please try again later.' },
      { retryAfter: AGAIN / 1000 },
    )
  }
  const account = await accountByPhone(ctx, phone)
  const text =
    ctx.lang === 'en'
      ? `[Linli] Your sign-in code is ${code}. It is good for 5 minutes. Tell it to nobody.`
      : `【邻里】登录验证码 ${code}，5 分钟内有效。工作人员不会向您索要，请勿告诉任何人。`
  await sendSms(ctx, { region: cityRegion, phone, text, reason: 'signInCode', ...(account && { subjectId: account.subject_id }) })
}

/** True if the code is the one that was sent; it is used up, and a wrong one counts. */
async function useCode(ctx: Context, phone: string, code: string): Promise<boolean> {
  const phoneHash = ctx.city.vault.hash('phone', phone)
  const [kept] = await ctx.db.query<{ code_hash: Buffer }>({
    name: 'accounts.try-code',
    text: `update accounts.code set tries = tries + 1 where phone_hash = $1 and expires_at > $2 and tries < $3 returning code_hash`,
    values: [phoneHash, ctx.now, TRIES],
  })
  if (!kept || !timingSafeEqual(kept.code_hash, hashOf(ctx, phone, code))) return false
  const used = await ctx.db.query({
    name: 'accounts.use-code',
    text: 'update accounts.code set expires_at = $3 where phone_hash = $1 and code_hash = $2 and expires_at > $3 returning phone_hash',
    values: [phoneHash, kept.code_hash, ctx.now],
  })
  return used.length > 0
}

/**
 * Signs a resident in by phone and code; the first time makes the account.
 * @throws session.phone, session.locked, session.wrongCode, session.accountLocked
 */
export async function signInByPhone(ctx: Context, typed: { phone: string; code: string }, place: Place): Promise<SignedIn> {
  const phone = mobileOf(typed.phone)
  const name = `phone:${phone}`
  const by = tried(ctx, name, place.ip, place.device)
  await reserveTry(ctx, by)
  if (!(await useCode(ctx, phone, typed.code))) {
    throw refuse('unauthenticated', 'session.wrongCode', {
      zh: '验证码不对或已过期。请核对，或重新获取。',
      en: 'The code is wrong or too old. Check it, or ask for a new one.',
    })
  }
  await forgive(ctx, by)
  const account = (await accountByPhone(ctx, phone)) ?? (await writeResident(ctx, phone))
  refuseLocked(account)
  return { ...(await openSession(ctx, account, true, place.userAgent)), device: deviceTokens(ctx.city.vault, name, place.device) }
}
