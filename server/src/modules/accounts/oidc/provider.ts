import * as client from 'openid-client'
import type { Config, OwnSignIn } from '#platform/config'
import { refuse } from '#platform/refusal'

/** What ties an answer of the provider to the browser that asked; kept there in a cookie for ten minutes. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who the provider says it is. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  /** The claim that names the account, lower case; null when the provider does not send it. */
  readonly name: string | null
  /** The provider says that more than a password was asked (RFC 8176). */
  readonly secondFactor: boolean
}

/** The address to which the provider sends people back; it must be registered there. */
export function callbackUrl(config: Config): string {
  return `${config.publicUrl}/api/public/sign-in/callback`
}

const known = new Map<string, Promise<client.Configuration>>()

/** The provider's own description, read once; read again after a failure. */
function discovered(own: OwnSignIn): Promise<client.Configuration> {
  const key = `${own.issuer} ${own.client}`
  const found = known.get(key)
  if (found) return found
  const insecure = new URL(own.issuer).protocol === 'http:' // the configuration allows that for this machine alone
  const made = client.discovery(
    new URL(own.issuer),
    own.client,
    own.secret,
    undefined,
    insecure ? { execute: [client.allowInsecureRequests] } : {},
  )
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}

function away(): Error {
  return refuse(
    'unavailable',
    'session.providerAway',
    {
      zh: '本市的统一登录暂时连不上。请稍后再试，或用账号和密码登录。',
      en: 'The city’s own sign-in cannot be reached. Try again later, or sign in with account and password.',
    },
    { retryAfter: 30 },
  )
}

/** Begins signing in: where to send the person, and what to remember of it. @throws Refusal `session.providerAway` (503) */
export async function beginAt(config: Config, own: OwnSignIn): Promise<{ url: URL; attempt: Attempt }> {
  const provider = await discovered(own).catch(() => {
    throw away()
  })
  const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const url = client.buildAuthorizationUrl(provider, {
    redirect_uri: callbackUrl(config),
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
  })
  return { url, attempt }
}

const factors = new Set(['mfa', 'otp', 'hwk', 'swk', 'sms', 'fpt', 'face', 'iris', 'sc'])

/**
 * Finishes signing in with what the provider sent back: code, state, nonce and signature are checked.
 * @throws Refusal `session.providerRefused` (401) when they do not hold or the person was not let through
 */
export async function finishAt(config: Config, own: OwnSignIn, query: string, attempt: Attempt): Promise<Identity> {
  try {
    const provider = await discovered(own)
    const tokens = await client.authorizationCodeGrant(provider, new URL(`${callbackUrl(config)}${query}`), {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('no claims')
    const told = claims[own.claim] ?? (await client.fetchUserInfo(provider, tokens.access_token, claims.sub))[own.claim]
    const name = typeof told === 'string' && told.trim() !== '' ? told.trim().toLowerCase() : null
    const amr = Array.isArray(claims.amr) ? claims.amr : []
    return { issuer: claims.iss, subject: claims.sub, name, secondFactor: amr.some((one) => factors.has(String(one))) }
  } catch {
    throw refuse('unauthenticated', 'session.providerRefused', {
      zh: '统一登录没有成功，请再试一次。',
      en: 'The city’s own sign-in did not succeed. Please try again.',
    })
  }
}
