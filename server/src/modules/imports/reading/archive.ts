import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Bytes, type Progress, streamOf } from './bytes.ts'

/** What a workbook may unpack to, in bytes, and of how many files it may be made; its strings are kept in memory. */
export const mostUnpacked = { all: 4_000_000_000, strings: 120_000_000, files: 2000 }

/** The largest list of files that an archive may have at its end, in bytes. */
const mostListed = 1_000_000

export interface Entry {
  readonly name: string
  readonly stored: boolean
  readonly packed: number
  readonly unpacked: number
  /** Where its bytes begin and end. */
  readonly from: number
  readonly to: number
  /** Where its local header begins. */
  readonly at: number
}

const signs = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const

/** Where the end record begins within the last bytes of the file; a comment may follow it. Null when there is none. */
function endIn(tail: Buffer): number | null {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === signs.end) return at
  return null
}

async function entryAt(bytes: Bytes, list: Buffer, at: number): Promise<{ entry: Entry; next: number } | null> {
  if (list.readUInt32LE(at) !== signs.central) return null
  const [method, packed, unpacked] = [list.readUInt16LE(at + 10), list.readUInt32LE(at + 20), list.readUInt32LE(at + 24)]
  const [name, extra, comment] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)]
  const local = list.readUInt32LE(at + 42)
  if ((method !== 0 && method !== 8) || local + 30 > bytes.size) return null
  const head = await bytes.read(local, local + 30)
  if (head.readUInt32LE(0) !== signs.local) return null
  const from = local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  return {
    entry: {
      name: list.toString('utf8', at + 46, at + 46 + name),
      stored: method === 0,
      packed,
      unpacked,
      from,
      to: from + packed,
      at: local,
    },
    next: at + 46 + name + extra + comment,
  }
}

/** The files that an archive says it holds, front to back; null when it is none, or one of the kind for gigabytes. */
export async function entriesOf(bytes: Bytes): Promise<readonly Entry[] | null> {
  try {
    const begin = Math.max(0, bytes.size - 65_557)
    const tail = await bytes.read(begin, bytes.size)
    const end = endIn(tail)
    if (end === null) return null
    const [count, first] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)]
    if (begin + end - first > mostListed || first > begin + end) return null
    const list = await bytes.read(first, begin + end)
    const entries: Entry[] = []
    for (let at = 0; entries.length < count; ) {
      const read = await entryAt(bytes, list, at)
      if (!read || read.entry.to > first) return null
      entries.push(read.entry)
      at = read.next
    }
    return entries.toSorted((one, other) => one.at - other.at)
  } catch (error) {
    if (error instanceof RangeError) return null // an offset that points outside of the file
    throw error
  }
}

/** True when no entry lies in another and nothing but a data descriptor lies between: whoever reads front to back reads the same files. */
function inARow(entries: readonly Entry[]): boolean {
  return entries.every((entry, n) => {
    const gap = entry.at - (entries[n - 1]?.to ?? 0)
    return gap >= 0 && gap <= 24
  })
}

/** A fault of either side reaches whoever reads. */
function inflated(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const inflate = createInflateRaw()
  pipeline(Readable.from(packed), inflate, () => undefined)
  return inflate
}

/** The bytes of one file of an archive, unpacked as they come; an error when they are damaged, or more than it says. */
export async function* unpacked(bytes: Bytes, entry: Entry, progress?: Progress): AsyncGenerator<Buffer> {
  const packed = streamOf(bytes, entry.from, entry.to, progress)
  let size = 0
  for await (const piece of entry.stored ? packed : inflated(packed)) {
    size += piece.length
    if (size > entry.unpacked) throw new Error('an entry unpacks to more than it says')
    yield piece
  }
  if (size !== entry.unpacked) throw new Error('an entry unpacks to less than it says')
}

/** True when the bytes unpack to what the entry says, and no more. */
async function isAsSaid(bytes: Bytes, entry: Entry): Promise<boolean> {
  try {
    for await (const piece of unpacked(bytes, entry)) void piece
    return true
  } catch {
    return false
  }
}

/**
 * True when an archive may be unpacked: it says how large it is, that is not too much, and it does not lie. A few kilobytes may
 * otherwise unpack to more than any machine has (decompression bombs, also those whose files overlap).
 */
export async function isSafeArchive(bytes: Bytes, most = mostUnpacked): Promise<boolean> {
  const entries = await entriesOf(bytes)
  if (!entries || entries.length > most.files || !inARow(entries)) return false
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > most.all) return false
  if (entries.some((entry) => /sharedStrings/i.test(entry.name) && entry.unpacked > most.strings)) return false
  for (const entry of entries) if (!(await isAsSaid(bytes, entry))) return false
  return true
}
