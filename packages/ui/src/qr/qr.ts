/**
 * QR codes (ISO/IEC 18004), bytes, error correction M, versions 1 to 10: enough for an address of 213 bytes.
 * Its own 120 lines instead of a package of 20 kB on the phone.
 */

/** Per version 1…10 at level M: error-correction words a block, then [blocks, data words] of each group. */
const plans: readonly (readonly [number, ...(readonly [number, number])[]])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
]
/** Centres of the alignment patterns of versions 1…10. */
const aligned: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

const exp = new Uint8Array(512)
const log = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power += 1) {
  exp[power] = value
  exp[power + 255] = value
  log[value] = power
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (exp[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0)
}

function generator(degree: number): Uint8Array {
  let poly = Uint8Array.of(1)
  for (let root = 0; root < degree; root += 1) {
    const next = new Uint8Array(poly.length + 1)
    for (const [index, factor] of poly.entries()) {
      next[index] = (next[index] ?? 0) ^ factor
      next[index + 1] = (next[index + 1] ?? 0) ^ times(factor, exp[root] ?? 0)
    }
    poly = next
  }
  return poly
}

/** The error-correction words of one block (Reed–Solomon over GF(256)). */
function correction(data: Uint8Array, words: number): Uint8Array {
  const divisor = generator(words)
  const rest = new Uint8Array(data.length + words)
  rest.set(data)
  for (let index = 0; index < data.length; index += 1) {
    const factor = rest[index] ?? 0
    for (const [offset, value] of divisor.entries()) rest[index + offset] = (rest[index + offset] ?? 0) ^ times(value, factor)
  }
  return rest.slice(data.length)
}

function dataWords(plan: (typeof plans)[number]): number {
  const [, ...groups] = plan
  return groups.reduce((sum, [blocks, words]) => sum + blocks * words, 0)
}

function versionFor(length: number): number {
  const version = plans.findIndex((plan, index) => dataWords(plan) * 8 >= 4 + (index < 9 ? 8 : 16) + length * 8) + 1
  if (version === 0) throw new RangeError('too long for a QR code of version 10')
  return version
}

function packed(bytes: Uint8Array, version: number, total: number): Uint8Array {
  const bits: number[] = []
  const push = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1)
  }
  push(4, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, total * 8 - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  const words = new Uint8Array(total)
  for (let index = 0; index < total; index += 1) {
    const here = bits.slice(index * 8, index * 8 + 8)
    words[index] =
      here.length === 8 ? here.reduce((value, bit) => (value << 1) | bit, 0) : (index - bits.length / 8) % 2 === 0 ? 0xec : 0x11
  }
  return words
}

/** Data and correction words in the order in which they are drawn. */
function interleaved(words: Uint8Array, plan: (typeof plans)[number]): number[] {
  const [corrections, ...groups] = plan
  const blocks: Uint8Array[] = []
  let from = 0
  for (const [count, size] of groups) {
    for (let block = 0; block < count; block += 1) {
      blocks.push(words.slice(from, from + size))
      from += size
    }
  }
  const checks = blocks.map((block) => correction(block, corrections))
  const longest = Math.max(...blocks.map((block) => block.length))
  const columns = (rows: readonly Uint8Array[], length: number) =>
    Array.from({ length }, (_, index) => rows.flatMap((row) => (index < row.length ? [row[index] ?? 0] : []))).flat()
  return [...columns(blocks, longest), ...columns(checks, corrections)]
}

/** Bits of the format (15) or the version (18) with their BCH check. */
function withCheck(value: number, divisor: number, checkBits: number): number {
  let rest = value << checkBits
  const top = 31 - Math.clz32(divisor)
  for (let bit = 31 - Math.clz32(rest); bit >= top; bit = 31 - Math.clz32(rest)) rest ^= divisor << (bit - top)
  return (value << checkBits) | rest
}

export { aligned, interleaved, packed, plans, dataWords, versionFor, withCheck }
