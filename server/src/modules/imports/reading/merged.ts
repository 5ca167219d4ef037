import type { Bytes } from './bytes.ts'
import { type Entry, unpacked } from './archive.ts'

/** A cell that reaches down over the rows below it. */
export interface Merge {
  readonly column: number
  readonly until: number
}

/** A column's number from its letters, A is 0. */
export function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 65) - 64
  return column - 1
}

/** The most merged ranges that are heeded. */
const most = 200_000

/** Which cells of a sheet reach over several rows, by the row in which they begin. They are listed at the end of the sheet: it is read once for them. */
export async function mergesOf(bytes: Bytes, sheet: Entry): Promise<ReadonlyMap<number, readonly Merge[]>> {
  const found = new Map<number, Merge[]>()
  const decoder = new TextDecoder('latin1')
  let held = ''
  let count = 0
  for await (const piece of unpacked(bytes, sheet)) {
    const text = held + decoder.decode(piece)
    for (const match of text.matchAll(/<(?:\w+:)?mergeCell ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g)) {
      const [from, until] = [Number(match[2]), Number(match[3])]
      if (until <= from || count++ >= most) continue
      found.set(from, [...(found.get(from) ?? []), { column: columnOf(match[1] ?? 'A'), until }])
    }
    // A tag may lie across two pieces; one that was read whole is not read again.
    const tag = text.lastIndexOf('<')
    held = tag >= 0 && !text.includes('>', tag) && text.length - tag < 200 ? text.slice(tag) : ''
  }
  return found
}

/** Fills what a merged cell covers in the rows below with what stands in it. */
export function filler(merges: ReadonlyMap<number, readonly Merge[]>): (line: number, cells: string[]) => void {
  const open = new Map<number, { readonly until: number; readonly value: string }>()
  return (line, cells) => {
    for (const [column, { until, value }] of open) {
      if (line > until) open.delete(column)
      else {
        while (cells.length < column) cells.push('')
        cells[column] ||= value
      }
    }
    for (const { column, until } of merges.get(line) ?? []) open.set(column, { until, value: cells[column] ?? '' })
  }
}
