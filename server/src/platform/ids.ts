import { randomFillSync } from 'node:crypto'

const pool = new Uint8Array(4096)
let used = pool.length

function randomBytes8(): Uint8Array {
  if (used + 8 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 8
  return pool.subarray(used - 8, used)
}

/** The region of city tables, which belong to no county. */
export const cityRegion = '000000'

/**
 * A UUID (version 8) ordered by time that carries its six-digit region, so that a look-up by id needs no search:
 * 48 bits of milliseconds, 20 bits of region, 54 random bits.
 */
export function newId(region: string, now: Date): string {
  const bytes = new Uint8Array(16)
  const ms = now.getTime()
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(randomBytes8(), 8)
  return written(region, bytes)
}

/** The id of something that is known by a hash in its region: the same hash is the same id, and nothing needs to be looked up. */
export function idFromHash(region: string, hash: Uint8Array): string {
  return written(region, Uint8Array.from(hash.subarray(0, 16)))
}

function written(region: string, bytes: Uint8Array): string {
  const home = Number(region)
  if (!/^\d{6}$/.test(region)) throw new Error(`not a region: ${region}`)
  bytes[6] = 0x80 | (home >> 16)
  bytes[7] = (home >> 8) & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  bytes[9] = home & 0xff
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The first id that could have been made at `at`: with the one of another time it bounds a period by the primary key, in every region. */
export function firstIdAt(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The region that an id carries, or null when it is no id of ours. */
export function regionOf(id: string): string | null {
  if (!shape.test(id)) return null
  const home =
    (Number.parseInt(id.slice(15, 16), 16) << 16) | (Number.parseInt(id.slice(16, 18), 16) << 8) | Number.parseInt(id.slice(21, 23), 16)
  return home > 999_999 ? null : String(home).padStart(6, '0')
}
