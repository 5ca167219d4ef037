import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Where bytes lie: a folder today, an object store where a city has one. Keys are ASCII paths without `..`. */
export interface FileStore {
  /** Keeps the bytes; once this is done, a power cut does not lose them. */
  put(key: string, bytes: Buffer): Promise<void>
  /** The bytes as a stream; null when there are none. */
  get(key: string): Promise<Readable | null>
  /** Forgets the bytes; harmless when there are none. */
  remove(key: string): Promise<void>
}

/** The key itself, when it is one: nothing that could leave a folder or a bucket. */
export function keyed(key: string): string {
  if (!safe.test(key)) throw new Error(`not a key of a file: ${JSON.stringify(key)}`)
  return key
}

const safe = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*(\.[a-z0-9]+)*$/

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files below one folder. A reader never sees half a file: bytes go to a new name, to the disk, then to their own name. */
export function diskStore(folder: string): FileStore {
  const pathOf = (key: string): string => join(folder, ...keyed(key).split('/'))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${randomBytes(6).toString('hex')}.part`
      try {
        await writeSynced(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await syncFolder(dirname(path))
    },
    async get(key) {
      try {
        const handle = await open(pathOf(key), 'r')
        return handle.createReadStream()
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
  }
}
