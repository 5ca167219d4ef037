import type { Context } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { isSafeArchive } from '../reading/archive.ts'
import type { Bytes } from '../reading/bytes.ts'
import { encodingOf } from '../reading/decode.ts'
import { isWorkbook } from '../reading/xlsx.ts'
import {
  deleteFile,
  type FileRow,
  filesToForget,
  finishFile,
  insertFile,
  isNeeded,
  keepFileUntil,
  loadFile,
  notePieces,
  storedAt,
} from '../sql/files.ts'

/** The largest file that is taken in, in bytes. */
export const largestFile = 1024 ** 3

/** Bytes of a piece; only the last one is smaller. */
const pieceSize = 4 * 1024 * 1024

const dayMs = 86_400_000
/** How long, in days, a file is kept that nothing was made of yet, and one whose bad rows may still be asked for. */
const kept = { unused: 1, mending: 7 }

const use = (n: number): string => `imports.file.${n}`

export const unreadable = () =>
  refuse('invalid', 'imports.unreadable', {
    zh: '读不出这个文件。请用 CSV（UTF-8 或 GBK）或 XLSX 文件，第一行写列名。',
    en: 'The file cannot be read. Send CSV (UTF-8 or GBK) or XLSX with the names of the columns in its first row.',
  })

/** The refusal `imports.file-gone` (409): forgotten, or not brought back by a restore. */
export const fileGone = () =>
  refuse('conflict', 'imports.file-gone', {
    zh: '文件已经不在了，请再交一次。',
    en: 'The file is gone; please hand it in again.',
  })

const tooLarge = () =>
  refuse('tooLarge', 'imports.too-large', {
    zh: '文件超过 1 GB，请分成几个再导入。',
    en: 'The file is larger than 1 GB; please split it.',
  })

/** The bytes in pieces of one size, whatever the sender's are. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + pieceSize - size)
      held.push(part)
      size += part.length
      at += part.length
      if (size < pieceSize) continue
      yield Buffer.concat(held)
      held = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(held)
}

/** A sealed file, opened a piece at a time; the last piece is remembered. @throws Refusal `imports.file-gone` when a piece is gone or sealed with another key */
export function sealedBytes(ctx: Context, file: Pick<FileRow, 'place' | 'wrapped' | 'bytes'>): Bytes {
  const { vault, files } = ctx.city
  const key = vault.unwrap(file.wrapped)
  let last: { readonly n: number; readonly bytes: Buffer } | null = null
  const piece = async (n: number): Promise<Buffer> => {
    if (last?.n === n) return last.bytes
    const bytes = vault.openBytes(key, await files.piece(file.place, n), use(n))
    if (!bytes) throw fileGone()
    last = { n, bytes }
    return bytes
  }
  return {
    size: file.bytes,
    async read(from, to) {
      const parts: Buffer[] = []
      for (let at = from; at < to; ) {
        const n = Math.floor(at / pieceSize)
        const end = Math.min(to, (n + 1) * pieceSize)
        parts.push((await piece(n)).subarray(at - n * pieceSize, end - n * pieceSize))
        at = end
      }
      return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
    },
  }
}

interface Coming {
  readonly id: string
  readonly place: string
  readonly wrapped: Buffer
}

async function store(ctx: Context, file: Coming, source: AsyncIterable<Buffer>): Promise<{ bytes: number; pieces: number }> {
  const { vault, files } = ctx.city
  const key = vault.unwrap(file.wrapped)
  if (!key) throw new Error('the key of a new file')
  let [bytes, pieces] = [0, 0]
  for await (const piece of inPieces(source)) {
    bytes += piece.length
    if (bytes > largestFile) throw tooLarge()
    await notePieces(ctx.db, file.id, pieces + 1)
    await files.keepPiece(file.place, pieces, vault.seal(key, piece, use(pieces)))
    pieces++
  }
  return { bytes, pieces }
}

/** What the text is written in, null for a workbook. @throws Refusal `imports.unreadable` for one that unpacks to too much */
async function looked(bytes: Bytes): Promise<FileRow['encoding']> {
  if (!(await isWorkbook(bytes))) return encodingOf(bytes)
  if (!(await isSafeArchive(bytes))) throw unreadable()
  return null
}

/** Forgets a file: the bytes first, so that none is left without its row. */
export async function forgetFile(ctx: Context, id: string): Promise<void> {
  const stored = await storedAt(ctx.db, id)
  if (!stored) return
  await ctx.city.files.removePieces(stored.place, stored.pieces)
  await deleteFile(ctx.db, id)
}

/**
 * Keeps a file, sealed in pieces with a key of its own; nobody holds it whole in memory. It goes after a day if nothing is made of it.
 * @throws Refusal `request.no-file` (400), `imports.too-large` (413), `imports.unreadable` (422), `files.no-room` (503)
 */
export async function keepFile(ctx: Context, area: string, name: string, source: AsyncIterable<Buffer>): Promise<FileRow> {
  const id = newId(cityRegion, ctx.now)
  const { wrapped } = ctx.city.vault.newSubject(cityRegion, ctx.now)
  const file = { id, area, name: name.slice(0, 120), place: ctx.city.files.newPiecesKey(), wrapped, account: ctx.actor.id }
  await insertFile(ctx, file, new Date(ctx.now.getTime() + kept.unused * dayMs))
  try {
    const stored = await store(ctx, file, source)
    if (stored.bytes === 0) throw refuse('malformed', 'request.no-file', { zh: '请求里没有文件。', en: 'The request holds no file.' })
    const encoding = await looked(sealedBytes(ctx, { ...file, bytes: stored.bytes }))
    await finishFile(ctx.db, id, stored.bytes, encoding)
    return { ...file, ...stored, encoding, whole: true }
  } catch (error) {
    await forgetFile(ctx, id).catch(() => undefined) // else the sweep finds it
    throw error
  }
}

/** After a run: a file whose every row was taken in goes at once, one with rows to mend is kept for a week. */
export async function releaseFile(ctx: Context, id: string | null, toMend: boolean, now: Date): Promise<void> {
  const file = id === null ? null : await loadFile(ctx.db, id)
  if (!file || (await isNeeded(ctx.db, file.id))) return
  if (toMend) await keepFileUntil(ctx.db, file.id, new Date(now.getTime() + kept.mending * dayMs))
  else await forgetFile(ctx, file.id)
}

/** Forgets the files that were kept long enough. */
export async function sweepFiles(ctx: Context): Promise<void> {
  for (let gone = await filesToForget(ctx.db, ctx.now); gone.length > 0; gone = await filesToForget(ctx.db, ctx.now)) {
    for (const file of gone) await forgetFile(ctx, file.id)
  }
}
