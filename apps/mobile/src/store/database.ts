import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft, KeptAnswer, MyLink, Waiting } from './rows.ts'

interface Shelves extends DBSchema {
  outbox: { key: string; value: Waiting }
  drafts: { key: string; value: Draft }
  links: { key: string; value: MyLink }
  kept: { key: string; value: KeptAnswer }
}

export type Shelf = IDBPDatabase<Shelves>

let opened: Promise<Shelf> | null = null

function open(name: string): Promise<Shelf> {
  return openDB<Shelves>(name, 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'id' })
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('links', { keyPath: 'number' })
      db.createObjectStore('kept', { keyPath: 'path' })
    },
  })
}

/** The one database of this phone. Rejects where the browser forbids storage (private windows of old browsers). */
export function shelf(): Promise<Shelf> {
  opened ??= open('linli').catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}
