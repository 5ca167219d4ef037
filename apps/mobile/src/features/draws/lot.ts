const hexOf = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
}

/** What a published seed says of a number. */
export interface Checked {
  /** The seed fits the hash that was published before its week. */
  readonly fits: boolean
  readonly lot: number
  readonly line: number
  readonly isDrawn: boolean
}

/** Browsers compute only on pages that came over a safe connection. */
export const canCompute = (): boolean => globalThis.crypto?.subtle !== undefined

/** Recomputes a draw as the page says anybody can, on this device. `percent` is the share that held. */
export async function check(
  week: { readonly seed: string; readonly commitment: string },
  number: string,
  percent: number,
): Promise<Checked> {
  const seed = bytesOf(week.seed)
  const hash = hexOf(await crypto.subtle.digest('SHA-256', seed))
  const key = await crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = hexOf(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(number)))
  const lot = Number.parseInt(mac.slice(0, 8), 16)
  const line = Math.ceil((percent * 2 ** 32) / 100)
  return { fits: hash === week.commitment, lot, line, isDrawn: lot * 100 < percent * 2 ** 32 }
}
