import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_MS = 30_000

/** A fresh 160-bit secret in base32, as authenticator apps read it (RFC 4648 without padding). */
export function newTotpSecret(): string {
  return Array.from(randomBytes(32), (byte) => BASE32.charAt(byte & 31)).join('')
}

function bytesOf(secret: string): Buffer {
  let bits = ''
  for (const letter of secret) bits += BASE32.indexOf(letter).toString(2).padStart(5, '0')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

/** The 30-second step of a time. */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / STEP_MS)

/** The one-time password of a step: RFC 6238 over RFC 4226, SHA-1, `digits` digits. */
export function totpAt(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step whose password this is: the present one or one beside it, later than `after`; null if none. A step is used once. */
export function totpMatch(secret: string, code: string, now: Date, after: number | null): number | null {
  const present = totpStep(now)
  const steps = [present, present - 1, present + 1].filter((step) => after === null || step > after)
  if (!/^\d{6}$/.test(code)) return null
  return steps.find((step) => timingSafeEqual(Buffer.from(totpAt(secret, step)), Buffer.from(code))) ?? null
}

/** What an authenticator app scans. */
export function totpUri(secret: string, city: string, signIn: string): string {
  return `otpauth://totp/${encodeURIComponent(`${city}:${signIn}`)}?secret=${secret}&issuer=${encodeURIComponent(city)}&digits=6&period=30`
}
