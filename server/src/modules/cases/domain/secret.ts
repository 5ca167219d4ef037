/** Letters of the printable code: no I, L, O, U, so that it can be read out and typed back (Crockford base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight characters (40 bits) from the first five bytes of a keyed digest. */
export function codeFrom(digest: Uint8Array): string {
  let bits = 0n
  for (const byte of digest.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte)
  let code = ''
  for (let i = 0; i < 8; i++) {
    code = (letters[Number(bits & 31n)] ?? '0') + code
    bits >>= 5n
  }
  return code
}

/** A code as somebody typed it: lower case, spaces, O for 0, I or L for 1; null when it is none. */
export function readCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? plain : null
}
