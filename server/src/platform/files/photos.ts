import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
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

/** Where photos lie, and who may read those of which noun. */
export interface Files {
  /** A new key; nothing lies there yet. */
  newKey(): string
  /** Keeps both sizes of a photo. */
  keep(key: string, photo: Developed): Promise<void>
  open(key: string, size: PhotoSize): Promise<Readable | null>
  remove(key: string): Promise<void>
  /** Keeps and removes a few bytes. @throws Refusal `files.no-room` (503) */
  probe(): Promise<void>
  /** Photos of a noun that nobody has spoken for are seen by nobody. */
  readonly readers: Map<string, PhotoReader>
}

const pathOf = (key: string, size: PhotoSize): string => (size === 'full' ? `${key}.jpg` : `${key}.small.jpg`)

/** The photos of a store. */
export function openFiles(store: FileStore): Files {
  return {
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
