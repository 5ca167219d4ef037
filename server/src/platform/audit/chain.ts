import { createHash } from 'node:crypto'
import type { SealedRow } from './source.ts'

export const ALGORITHMS = ['sha256', 'sm3'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** What a block says about itself; all of it is under its hash. */
export interface BlockHead {
  readonly n: number
  readonly cuts: Readonly<Record<string, number>>
  readonly from_at: Date | null
  readonly to_at: Date | null
  readonly count: number
  readonly algorithm: Algorithm
  readonly sealed_at: Date
}

export interface Block extends BlockHead {
  readonly root: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
  readonly seal: Buffer
}

/** Before the first block there is a block of nothing. */
export const GENESIS = Buffer.alloc(32)

/** Gathers rows into one hash: the hash of their hashes, in the order of arrival. */
export class Root {
  readonly #algorithm: Algorithm
  readonly #whole: ReturnType<typeof createHash>
  count = 0
  from: Date | null = null
  to: Date | null = null

  constructor(algorithm: Algorithm) {
    this.#algorithm = algorithm
    this.#whole = createHash(algorithm)
  }

  add(source: string, rows: readonly SealedRow[]): void {
    for (const row of rows) {
      this.#whole.update(createHash(this.#algorithm).update(`${source}\n${row.filed}\n${row.text}`).digest())
      this.count += 1
      if (this.from === null || row.at < this.from) this.from = row.at
      if (this.to === null || row.at > this.to) this.to = row.at
    }
  }

  digest(): Buffer {
    return this.#whole.digest()
  }
}

/** The hash that the next block carries on. */
export function blockHash(head: BlockHead, root: Buffer, previous: Buffer): Buffer {
  const cuts = Object.entries(head.cuts).sort(([a], [b]) => (a < b ? -1 : 1))
  const said = [head.n, cuts, head.from_at?.toISOString() ?? null, head.to_at?.toISOString() ?? null, head.count, head.algorithm]
  return createHash(head.algorithm)
    .update(JSON.stringify([...said, head.sealed_at.toISOString(), root.toString('hex'), previous.toString('hex')]))
    .digest()
}
