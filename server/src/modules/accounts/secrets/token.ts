import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits, for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: it has enough randomness that a plain hash is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Six random digits, for a text message. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
