import { createHash, createHmac } from 'node:crypto'
import type { Vault } from '#platform/vault'

/*
 * The seeds are worked out from the city's key and the week, so nobody can make another one for a week that was committed,
 * and none lies in the database before it is published.
 */

/** The seed of a week, 32 bytes. Secret until the week's draw is over. */
export function seedOf(vault: Vault, period: string): Buffer {
  return vault.digest('case.callback-draw', period)
}

/** What is published of a seed before its week begins: SHA-256. */
export function commitmentOf(seed: Buffer): Buffer {
  return createHash('sha256').update(seed).digest()
}

/** The lot of a matter's number under a seed: the first 32 bits of HMAC-SHA-256. Pure; anybody who has the seed gets the same. */
export function lotOf(seed: Buffer, number: string): number {
  return createHmac('sha256', seed).update(number).digest().readUInt32BE(0)
}
