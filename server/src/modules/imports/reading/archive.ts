import { createInflateRaw } from 'node:zlib'

/** What a workbook may unpack to, in bytes, and of how many files it may be made. */
export const mostUnpacked = { all: 400_000_000, strings: 120_000_000, files: 2000 }

interface Entry {
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

/** The end record, which a comment may follow; -1 when there is none. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) if (zip.readUInt32LE(at) === signs.end) return at
  return -1
}

function entryAt(zip: Buffer, at: number): { entry: Entry; next: number } | null {
  if (zip.readUInt32LE(at) !== signs.central) return null
  const [method, packed, unpacked] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
  const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
  const local = zip.readUInt32LE(at + 42)
  if ((method !== 0 && method !== 8) || zip.readUInt32LE(local) !== signs.local) return null
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  return {
    entry: {
      name: zip.toString('utf8', at + 46, at + 46 + name),
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

/** The files that an archive says it holds; null when it is none, or one of the kind for gigabytes. */
function entriesOf(zip: Buffer): Entry[] | null {
  const end = endOf(zip)
  if (end < 0) return null
  const [count, first] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)]
  const entries: Entry[] = []
  for (let at = first; entries.length < count; ) {
    const read = entryAt(zip, at)
    if (!read || read.entry.to > first) return null
    entries.push(read.entry)
    at = read.next
  }
  return entries.toSorted((one, other) => one.at - other.at)
}

/** True when no entry lies in another and nothing but a data descriptor lies between: whoever reads front to back reads the same files. */
function inARow(entries: readonly Entry[]): boolean {
  return entries.every((entry, n) => {
    const gap = entry.at - (entries[n - 1]?.to ?? 0)
    return gap >= 0 && gap <= 24
  })
}

/** True when the bytes unpack to what the entry says, and no more. */
async function isAsSaid(zip: Buffer, entry: Entry): Promise<boolean> {
  if (entry.stored) return entry.packed === entry.unpacked
  const inflate = createInflateRaw()
  let size = 0
  inflate.end(zip.subarray(entry.from, entry.to))
  try {
    for await (const piece of inflate) {
      size += (piece as Buffer).length
      if (size > entry.unpacked) return false
    }
  } catch {
    return false
  }
  return size === entry.unpacked
}

/**
 * True when an archive may be unpacked: it says how large it is, that is not too much, and it does not lie. A few kilobytes may
 * otherwise unpack to more than any machine has (decompression bombs, also those whose files overlap).
 */
export async function isSafeArchive(bytes: Uint8Array, most = mostUnpacked): Promise<boolean> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let entries: Entry[] | null
  try {
    entries = entriesOf(zip)
  } catch {
    return false // an offset that points outside of the file
  }
  if (!entries || entries.length > most.files || !inARow(entries)) return false
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > most.all) return false
  if (entries.some((entry) => /sharedStrings/i.test(entry.name) && entry.unpacked > most.strings)) return false
  for (const entry of entries) if (!(await isAsSaid(zip, entry))) return false
  return true
}
