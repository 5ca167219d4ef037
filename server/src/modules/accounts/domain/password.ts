import { type Refusal, refuse } from '#platform/refusal'

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]
/** Words that everybody tries first; a password may hold them only among others. */
const COMMON = /^(?:password|passw0rd|qwerty|admin|linli|abc|iloveyou|woaini|zhongguo|fuxin)[\d!@#.]*$/i

/** Whether a password may be chosen: 10–128 characters, two kinds of them, not the name, no row of one character. GB/T 22239-2019. */
export function weakness(password: string, signIn: string): Refusal | null {
  const kinds = KINDS.filter((kind) => kind.test(password)).length
  const holdsName = signIn.length > 2 && password.toLowerCase().includes(signIn.toLowerCase())
  const monotonous = /^(.)\1*$/u.test(password) || '01234567890123456789'.includes(password)
  if (password.length >= 10 && password.length <= 128 && kinds >= 2 && !holdsName && !monotonous && !COMMON.test(password)) return null
  return refuse('invalid', 'accounts.weak', {
    zh: '密码须为 10–128 个字符，至少含字母、数字、符号中的两类，不含账号名，也不是常见密码。',
    en: 'A password has 10–128 characters of at least two kinds, does not hold the account name, and is not a common one.',
  })
}
