import { createHmac, randomBytes } from 'node:crypto'
import { newId } from '../ids.ts'
import { decrypt, derive, encrypt, keyedHash } from './cipher.ts'
import type { SearchKind } from './normalise.ts'

/** The key of one person, unwrapped. Its bytes cannot be printed, compared or put into JSON by accident. */
export class SubjectKey {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  static seal(key: SubjectKey, plain: string | Buffer, context: string): Buffer {
    return encrypt(key.#bytes, typeof plain === 'string' ? Buffer.from(plain) : plain, context)
  }

  static openBytes(key: SubjectKey, sealed: Buffer, context: string): Buffer | null {
    return decrypt(key.#bytes, sealed, context)
  }

  static open(key: SubjectKey, sealed: Buffer, context: string): string | null {
    return decrypt(key.#bytes, sealed, context)?.toString('utf8') ?? null
  }
}

/** A person who is about to be written: `wrapped` goes into `vault.subject`, `key` seals what belongs to them. */
export interface NewSubject {
  readonly region: string
  readonly id: string
  readonly wrapped: Buffer
  readonly key: SubjectKey
  readonly createdAt: Date
}

/** The cryptography of the vault: in memory, without a database, so that writing is part of the caller's own statement. */
export interface Vault {
  /** Makes a person with a key of their own; nothing is stored until the caller does so (`subjectIn`). */
  newSubject(region: string, now: Date): NewSubject
  /** Opens a person's key. Null for null (the person was erased) and for bytes that another master key wrapped. */
  unwrap(wrapped: Buffer | null): SubjectKey | null
  /** Encrypts words or bytes with a person's key. `context` (such as `case.text`) is authenticated: the seal opens nowhere else. */
  seal(key: SubjectKey, plain: string | Buffer, context: string): Buffer
  /** The words; null if the person was erased, or key, context or bytes are not those that were sealed. */
  open(key: SubjectKey | null, sealed: Buffer | null, context: string): string | null
  /** The bytes, under the same conditions. */
  openBytes(key: SubjectKey | null, sealed: Buffer | null, context: string): Buffer | null
  /** The keyed hash by which a phone, name, number or address is found; written differently, it is the same. */
  hash(kind: SearchKind, value: string): Buffer
  /** A keyed hash for anything else that must be recognised but not kept (tokens, requests); `use` separates them. */
  digest(use: string, value: string | Buffer): Buffer
  /** Names the master key without telling it: a city refuses to start with another one. */
  readonly fingerprint: string
}

const WRAPPING = 'subject.key'

/** The vault under a 32-byte master key (see `masterKey`). */
export function makeVault(master: Buffer): Vault {
  const wrapping = derive(master, 'wrap')
  const searching = derive(master, 'search')
  const digesting = derive(master, 'digest')
  return {
    newSubject(region, now) {
      const bytes = randomBytes(32)
      return { region, id: newId(region, now), wrapped: encrypt(wrapping, bytes, WRAPPING), key: new SubjectKey(bytes), createdAt: now }
    },
    unwrap(wrapped) {
      const bytes = wrapped === null ? null : decrypt(wrapping, wrapped, WRAPPING)
      return bytes === null ? null : new SubjectKey(bytes)
    },
    seal: SubjectKey.seal,
    open: (key, sealed, context) => (key === null || sealed === null ? null : SubjectKey.open(key, sealed, context)),
    openBytes: (key, sealed, context) => (key === null || sealed === null ? null : SubjectKey.openBytes(key, sealed, context)),
    hash: (kind, value) => keyedHash(searching, kind, value),
    digest: (use, value) => createHmac('sha256', digesting).update(`${use}\0`).update(value).digest(),
    fingerprint: derive(master, 'fingerprint').toString('hex').slice(0, 16),
  }
}
