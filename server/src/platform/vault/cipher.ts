import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { normalise, type SearchKind } from './normalise.ts'

const FORMAT = 1
const NONCE = 12
const TAG = 16
const KEY = 32

/** AES-256-GCM: format byte, nonce, ciphertext, tag. The context is authenticated, so a seal opens only where it was made for. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([Buffer.from([FORMAT]), nonce, body, cipher.getAuthTag()])
}

/** The plain bytes, or null if the key, the context or a single bit is wrong. */
export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer | null {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== FORMAT) return null
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  cipher.setAAD(Buffer.from(context))
  cipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = cipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG))
  try {
    cipher.final()
  } catch {
    return null
  }
  return plain
}

/** A key for one use, derived from the master key. */
export function derive(master: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `linli/${use}`, KEY))
}

/** The keyed hash under which a value is found; it says nothing without the key. */
export function keyedHash(key: Buffer, kind: SearchKind, value: string): Buffer {
  return createHmac('sha256', key)
    .update(`${kind}\0${normalise(kind, value)}`)
    .digest()
}
