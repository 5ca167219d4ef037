import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '#platform/vault'

/** A desk's computer is shared by few. */
const most = 5

const markOf = (vault: Vault, account: string, nonce: string): Buffer => vault.digest('sign-in.device', `${account}/${nonce}`)

function ownPart(vault: Vault, account: string, token: string): string | null {
  const [, nonce, shown] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? []
  if (nonce === undefined || shown === undefined) return null
  return timingSafeEqual(Buffer.from(shown, 'base64url'), markOf(vault, account, nonce)) ? nonce : null
}

/**
 * What a browser is given when it has signed in: proof that it knew the password of this account once, beside those of the accounts that
 * it signed in to before. It opens nothing; it only gives that browser tries of its own (OWASP, “device cookies”).
 */
export function deviceTokens(vault: Vault, account: string, before: string | undefined): string {
  const nonce = randomBytes(16).toString('base64url')
  const token = `${nonce}.${markOf(vault, account, nonce).toString('base64url')}`
  const others = (before ?? '')
    .split('~')
    .filter((one) => one !== '' && one.length === token.length && ownPart(vault, account, one) === null)
  return [token, ...others].slice(0, most).join('~')
}

/** The device's own part among its tokens that was made for this account; null when there is none. */
export function knownDevice(vault: Vault, account: string, tokens: string): string | null {
  for (const token of tokens.split('~').slice(0, most)) {
    const own = ownPart(vault, account, token)
    if (own !== null) return own
  }
  return null
}
