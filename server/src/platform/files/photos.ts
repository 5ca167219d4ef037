import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Context } from '../context.ts'
import type { Developed } from './develop.ts'
import { isNoRoom, noRoom } from './no-room.ts'
import type { FileStore } from './store.ts'

/** `full`: at most 2048 px on a side; `small`: at most 480 px, for lists. */
export const photoSizes = ['full', 'small'] as const
export type PhotoSize = (typeof photoSizes)[number]

/** Who may see the photos of one kind of noun; a module says so at its start: `city.files.readers.set('case', …)`. */
export interface PhotoReader {
  /** Whether the one who is signed in may see this photo of this noun. */
  account(ctx: Context, nounId: string, photoId: string): Promise<boolean>
  /** Whether the holder of this secret link or code may. */
  link(ctx: Context, nounId: string, token: string, photoId: string): Promise<boolean>
}

/** Where photos and large files lie, and who may read the photos of which noun. */
export interface Files {
  /** A new key; nothing lies there yet. */
  newKey(): string
  /** Keeps both sizes of a photo. */
  keep(key: string, photo: Developed): Promise<void>
  open(key: string, size: PhotoSize): Promise<Readable | null>
  remove(key: string): Promise<void>
  /** A new key for a large file that is kept in pieces; sealing them is the caller's. */
  newPiecesKey(): string
  /** Keeps one piece of a large file. @throws Refusal `files.no-room` (503) */
  keepPiece(key: string, n: number, bytes: Buffer): Promise<void>
  /** One piece; null when it is not there. */
  piece(key: string, n: number): Promise<Buffer | null>
  /** Forgets the first `count` pieces. */
  removePieces(key: string, count: number): Promise<void>
  /** Keeps and removes a few bytes. @throws Refusal `files.no-room` (503) */
  probe(): Promise<void>
  /** Photos of a noun that nobody has spoken for are seen by nobody. */
  readonly readers: Map<string, PhotoReader>
}

const pathOf = (key: string, size: PhotoSize): string => (size === 'full' ? `${key}.jpg` : `${key}.small.jpg`)

const pieceOf = (key: string, n: number): string => `${key}.${n}`

/** Large files in pieces: nobody ever holds one whole. */
function pieces(store: FileStore): Pick<Files, 'newPiecesKey' | 'keepPiece' | 'piece' | 'removePieces'> {
  return {
    newPiecesKey() {
      const id = randomUUID()
      return `pieces/${id.slice(0, 2)}/${id}`
    },
    async keepPiece(key, n, bytes) {
      try {
        await store.put(pieceOf(key, n), bytes)
      } catch (error) {
        throw isNoRoom(error) ? noRoom('file') : error
      }
    },
    async piece(key, n) {
      const stream = await store.get(pieceOf(key, n))
      return stream && buffer(stream)
    },
    async removePieces(key, count) {
      for (let n = 0; n < count; n++) await store.remove(pieceOf(key, n))
    },
  }
}

/** The photos and large files of a store. */
export function openFiles(store: FileStore): Files {
  return {
    ...pieces(store),
    newKey() {
      const id = randomUUID()
      return `photos/${id.slice(0, 2)}/${id}`
    },
    async keep(key, photo) {
      await store.put(pathOf(key, 'small'), photo.small)
      await store.put(pathOf(key, 'full'), photo.full)
    },
    open: (key, size) => store.get(pathOf(key, size)),
    async remove(key) {
      await store.remove(pathOf(key, 'full'))
      await store.remove(pathOf(key, 'small'))
    },
    async probe() {
      const key = `probe/${randomUUID()}`
      try {
        await store.put(key, Buffer.alloc(8192))
        await store.remove(key)
      } catch (error) {
        throw isNoRoom(error) ? noRoom() : error
      }
    },
    readers: new Map(),
  }
}
