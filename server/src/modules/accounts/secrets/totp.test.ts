import { expect, it } from 'vitest'
import { newTotpSecret, totpAt, totpMatch, totpStep, totpUri } from './totp.ts'

/** The secret of RFC 6238 appendix B, "12345678901234567890", in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238: at %d s it is %s', (seconds, code) => {
  expect(totpAt(secret, totpStep(new Date(seconds * 1000)), 8)).toBe(code)
})

it('allows for a clock that is half a minute off, and works once', () => {
  const now = new Date('2026-11-23T01:00:00Z')
  const step = totpStep(now)
  for (const beside of [step - 1, step, step + 1]) expect(totpMatch(secret, totpAt(secret, beside), now, null)).toBe(beside)
  expect(totpMatch(secret, totpAt(secret, step - 2), now, null)).toBeNull()
  expect(totpMatch(secret, totpAt(secret, step), now, step)).toBeNull()
  for (const odd of ['', '12345', '1234567', '١٢٣٤٥٦', 'abcdef']) expect(totpMatch(secret, odd, now, null)).toBeNull()
})

it('makes secrets of 160 bits that an app can read', () => {
  const made = newTotpSecret()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(made).not.toBe(newTotpSecret())
  expect(totpUri(made, 'Linli', 'li.lei')).toBe(`otpauth://totp/Linli%3Ali.lei?secret=${made}&issuer=Linli&digits=6&period=30`)
})
