import { type Refusal, refuse } from '#platform/refusal'

/** Wrong tries in a row after which waiting begins: an account soon, an address later, because an office shares one. */
export const FREE_TRIES = { account: 5, address: 20 } as const
export type LockedBy = keyof typeof FREE_TRIES

/** Minutes to wait after the fifth wrong try, the sixth, and so on; the last goes on. A day without a try forgives all. */
export const WAIT_MINUTES = [1, 2, 4, 8, 16, 32, 60] as const

/** What somebody is told who must wait until `until`. */
export function waitUntil(until: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const minutes = Math.ceil(seconds / 60)
  return refuse(
    'limited',
    'session.locked',
    {
      zh: `连续输错次数过多，请 ${minutes} 分钟后再试。忘记密码请联系本单位安全管理员。`,
      en: `Too many wrong tries in a row. Try again in ${minutes} minutes; if you forgot the password, ask your security administrator.`,
    },
    { retryAfter: seconds },
  )
}
