import { aligned, dataWords, interleaved, packed, plans, versionFor, withCheck } from './qr.ts'

type Cells = (boolean | null)[][]

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

function put(cells: Cells, row: number, column: number, dark: boolean): void {
  const line = cells[row]
  if (line && column >= 0 && column < line.length) line[column] = dark
}

function finder(cells: Cells, top: number, left: number): void {
  for (let r = -1; r <= 7; r += 1) {
    for (let c = -1; c <= 7; c += 1) {
      const ring = Math.max(Math.abs(r - 3), Math.abs(c - 3))
      put(cells, top + r, left + c, ring !== 2 && ring !== 4)
    }
  }
}

function fixedPatterns(cells: Cells, version: number): void {
  const size = cells.length
  for (let at = 8; at < size - 8; at += 1) {
    put(cells, 6, at, at % 2 === 0)
    put(cells, at, 6, at % 2 === 0)
  }
  const centres = aligned[version - 1] ?? []
  const last = centres.at(-1)
  for (const row of centres) {
    for (const column of centres) {
      if ((row === 6 && (column === 6 || column === last)) || (row === last && column === 6)) continue
      for (let r = -2; r <= 2; r += 1)
        for (let c = -2; c <= 2; c += 1) put(cells, row + r, column + c, Math.max(Math.abs(r), Math.abs(c)) !== 1)
    }
  }
  finder(cells, 0, 0)
  finder(cells, 0, size - 7)
  finder(cells, size - 7, 0)
}

function versionBits(cells: Cells, version: number): void {
  if (version < 7) return
  const bits = withCheck(version, 0x1f25, 12)
  for (let index = 0; index < 18; index += 1) {
    const dark = ((bits >> index) & 1) === 1
    const [long, short] = [Math.floor(index / 3), (index % 3) + cells.length - 11]
    put(cells, long, short, dark)
    put(cells, short, long, dark)
  }
}

/** Level M (00) and the mask, twice around the finders; also the one module that is always dark. */
function formatBits(cells: Cells, mask: number): void {
  const size = cells.length
  const bits = withCheck(mask, 0x537, 10) ^ 0x5412
  for (let index = 0; index < 15; index += 1) {
    const dark = ((bits >> index) & 1) === 1
    const down = index < 6 ? index : index < 8 ? index + 1 : size - 15 + index
    const along = index < 8 ? size - 1 - index : index < 9 ? 7 : 14 - index
    put(cells, down, 8, dark)
    put(cells, 8, along, dark)
  }
  put(cells, size - 8, 8, true)
}

function drawWords(cells: Cells, words: readonly number[], mask: number): Cells {
  const drawn = cells.map((row) => [...row])
  const size = cells.length
  const masked = masks[mask] ?? (() => false)
  let bit = 0
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    const upward = ((right + 1) & 2) === 0
    for (let step = 0; step < size; step += 1) {
      const row = upward ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (cells[row]?.[column] !== null) continue
        const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
        put(drawn, row, column, dark !== masked(row, column))
        bit += 1
      }
    }
  }
  return drawn
}

function lines(cells: Cells): string[] {
  const rows = cells.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''))
  return [...rows, ...cells.map((_, column) => cells.map((row) => (row[column] ? '1' : '0')).join(''))]
}

/** How hard a mask makes it for a camera: long runs, squares, false finders, uneven darkness. */
function penalty(cells: Cells): number {
  let points = 0
  for (const line of lines(cells)) {
    for (const run of line.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2
    for (const pattern of ['10111010000', '00001011101'])
      for (let at = line.indexOf(pattern); at >= 0; at = line.indexOf(pattern, at + 1)) points += 40
  }
  for (let r = 1; r < cells.length; r += 1) {
    for (let c = 1; c < cells.length; c += 1) {
      const dark = cells[r]?.[c]
      if (dark === cells[r - 1]?.[c] && dark === cells[r]?.[c - 1] && dark === cells[r - 1]?.[c - 1]) points += 3
    }
  }
  const share = cells.flat().filter(Boolean).length / cells.length ** 2
  return points + Math.floor(Math.abs(share * 100 - 50) / 5) * 10
}

/**
 * The modules of the QR code for a text, true where dark, without the quiet zone.
 * @throws RangeError over 213 bytes of UTF-8
 */
export function qrMatrix(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = versionFor(bytes.length)
  const plan = plans[version - 1]
  if (!plan) throw new RangeError('no such version')
  const words = interleaved(packed(bytes, version, dataWords(plan)), plan)
  const size = version * 4 + 17
  const bare: Cells = Array.from({ length: size }, () => Array.from({ length: size }, () => null))
  fixedPatterns(bare, version)
  versionBits(bare, version)
  formatBits(bare, 0)
  const tries = masks.map((_, mask) => {
    const drawn = drawWords(bare, words, mask)
    formatBits(drawn, mask)
    return { drawn, points: penalty(drawn) }
  })
  const best = tries.reduce((a, b) => (b.points < a.points ? b : a))
  return best.drawn.map((row) => row.map(Boolean))
}
