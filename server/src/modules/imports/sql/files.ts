import type { Context } from '#platform/context'
import type { Db } from '#platform/db'
import type { Encoding } from '../reading/decode.ts'

/** A file in pieces; `wrapped` is the key that seals them. */
export interface FileRow {
  readonly id: string
  readonly area: string
  readonly name: string
  readonly bytes: number
  readonly place: string
  readonly pieces: number
  readonly wrapped: Buffer
  readonly encoding: Encoding | null
  readonly account: string | null
  readonly whole: boolean
}

const columns = 'id, area, name, bytes, place, pieces, wrapped, encoding, account, whole'

/** Notes a file before its bytes come, so that a crash leaves nothing that the sweep does not find. */
export async function insertFile(
  ctx: Context,
  file: Pick<FileRow, 'id' | 'area' | 'name' | 'place' | 'wrapped'>,
  keptUntil: Date,
): Promise<void> {
  await ctx.db.query({
    name: 'imports.file-insert',
    text: 'insert into imports.file (id, area, name, place, wrapped, account, kept_until) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [file.id, file.area, file.name, file.place, file.wrapped, ctx.actor.id, keptUntil],
  })
}

/** Notes that a piece is about to be kept. */
export async function notePieces(db: Db, id: string, pieces: number): Promise<void> {
  await db.query({ name: 'imports.file-pieces', text: 'update imports.file set pieces = $2 where id = $1', values: [id, pieces] })
}

/** The file is whole from now on. */
export async function finishFile(db: Db, id: string, bytes: number, encoding: Encoding | null): Promise<void> {
  await db.query({
    name: 'imports.file-finish',
    text: 'update imports.file set whole = true, bytes = $2, encoding = $3 where id = $1',
    values: [id, bytes, encoding],
  })
}

/** A whole file, or null. */
export async function loadFile(db: Db, id: string): Promise<FileRow | null> {
  const [row] = await db.query<FileRow>({
    name: 'imports.file',
    text: `select ${columns} from imports.file where id = $1 and whole`,
    values: [id],
  })
  return row ?? null
}

/** Keeps a file until then. */
export async function keepFileUntil(db: Db, id: string, until: Date): Promise<void> {
  await db.query({ name: 'imports.file-keep', text: 'update imports.file set kept_until = $2 where id = $1', values: [id, until] })
}

/** Where the pieces of a file lie and how many they are, also of one that is not whole; null when there is none. */
export async function storedAt(db: Db, id: string): Promise<Pick<FileRow, 'place' | 'pieces'> | null> {
  const [row] = await db.query<Pick<FileRow, 'place' | 'pieces'>>({
    name: 'imports.file-stored',
    text: 'select place, pieces from imports.file where id = $1',
    values: [id],
  })
  return row ?? null
}

/** Deletes the row of a file; runs keep their account of it. */
export async function deleteFile(db: Db, id: string): Promise<void> {
  await db.query({ name: 'imports.file-delete', text: 'delete from imports.file where id = $1', values: [id] })
}

/** True while a run waits for the file, works on it or was laid aside. */
export async function isNeeded(db: Db, id: string): Promise<boolean> {
  const rows = await db.query({
    name: 'imports.file-needed',
    text: `select 1 from imports.run where file = $1 and state in ('waiting', 'running', 'paused') limit 1`,
    values: [id],
  })
  return rows.length > 0
}

/** Files that were kept long enough and that no run needs; a run that was laid aside keeps its file for 30 days more. */
export function filesToForget(db: Db, now: Date): Promise<{ id: string }[]> {
  return db.query<{ id: string }>({
    name: 'imports.files-to-forget',
    text: `select id from imports.file f where kept_until < $1 and not exists (
        select 1 from imports.run r where r.file = f.id and (r.state in ('waiting', 'running') or (r.state = 'paused' and f.kept_until > $1::timestamptz - interval '30 days')))
      order by kept_until limit 100`,
    values: [now],
  })
}
