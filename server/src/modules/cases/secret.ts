import { timingSafeEqual } from 'node:crypto'
import { regionOf } from '#platform/ids'
import type { Vault } from '#platform/vault'
import { codeFrom } from './domain/secret.ts'

/*
 * The secret link and its printable code follow, answer the verdict and reopen: all that an anonymous reporter has.
 * Both are worked out from the case's id and the city's key, so nothing secret is stored and a replay gives the same.
 */

const macBytes = 15

function mac(vault: Vault, id: string): Buffer {
  return vault.digest('case.link', id).subarray(0, macBytes)
}

/** The token of the secret link `/c/<token>`. */
export function linkToken(vault: Vault, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), mac(vault, id)]).toString('base64url')
}

/** The case that a token opens, or null when it was not made here. */
export function readToken(vault: Vault, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 16 + macBytes) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  if (regionOf(id) === null) return null
  return timingSafeEqual(mac(vault, id), bytes.subarray(16)) ? id : null
}

/** The printable eight-character code of a case. */
export function printedCode(vault: Vault, id: string): string {
  return codeFrom(vault.digest('case.code', id))
}

/** What is stored of a code, to find its case. */
export function codeHash(vault: Vault, code: string): Buffer {
  return vault.digest('case.code.find', code).subarray(0, 16)
}

/** What is stored of the last four digits of a phone, bound to the number of the case. */
export function last4Hash(vault: Vault, number: string, last4: string): Buffer {
  return vault.digest('case.last4', `${number}/${last4}`).subarray(0, 16)
}
