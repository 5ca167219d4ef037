import type { Context } from '../context.ts'
import { sqlState } from '../db.ts'
import { ALGORITHMS, type Algorithm, type Block, blockHash, GENESIS, Root } from './chain.ts'
import { rowsOf, safeCut, type SealedSource, START } from './source.ts'

/** A block holds at most this many rows of one source, so that sealing and verifying stay small. */
const MOST = 20_000

async function lastBlock(ctx: Context): Promise<Block | null> {
  const [block] = await ctx.db.query<Block>({ name: 'audit.last', text: 'select * from audit.block order by n desc limit 1', values: [] })
  return block ?? null
}

/** SHA-256, or SM3 (GB/T 32905) where the setting `audit.algorithm` says so. */
async function algorithm(ctx: Context): Promise<Algorithm> {
  const [row] = await ctx.db.query<{ value: string }>({
    text: `select value from platform.setting where key = 'audit.algorithm'`,
    values: [],
  })
  return ALGORITHMS.find((one) => one === row?.value) ?? 'sha256'
}

interface Sealing {
  readonly sources: readonly SealedSource[]
  readonly safe: Readonly<Record<string, number>>
  readonly algorithm: Algorithm
}

async function gather(ctx: Context, { sources, safe, algorithm }: Sealing, last: Block | null) {
  const root = new Root(algorithm)
  const cuts: Record<string, number> = { ...last?.cuts }
  for (const source of sources) {
    const after = last?.cuts[source.name] ?? START
    const rows = await rowsOf(ctx, source, after, safe[source.name] ?? after, MOST)
    root.add(source.name, rows)
    cuts[source.name] = rows.at(-1)?.filed ?? after
  }
  return { root, cuts }
}

async function insert(ctx: Context, block: Block): Promise<boolean> {
  const values = [block.n, JSON.stringify(block.cuts), block.from_at, block.to_at, block.count, block.algorithm]
  try {
    await ctx.db.query({
      name: 'audit.seal',
      text: `insert into audit.block (n, cuts, from_at, to_at, count, algorithm, root, previous, hash, seal, sealed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      values: [...values, block.root, block.previous, block.hash, block.seal, block.sealed_at],
    })
    return true
  } catch (error) {
    if (sqlState(error) === '23505') return false // another server sealed it
    throw error
  }
}

async function sealOne(ctx: Context, sealing: Sealing): Promise<boolean> {
  const last = await lastBlock(ctx)
  const { root, cuts } = await gather(ctx, sealing, last)
  if (root.count === 0) return false
  const previous = last?.hash ?? GENESIS
  const head = {
    n: (last?.n ?? 0) + 1,
    cuts,
    from_at: root.from,
    to_at: root.to,
    count: root.count,
    algorithm: sealing.algorithm,
    sealed_at: ctx.now,
  }
  const digest = root.digest()
  const hash = blockHash(head, digest, previous)
  return insert(ctx, { ...head, root: digest, previous, hash, seal: ctx.city.vault.digest('audit.block', hash) })
}

/**
 * Seals all rows that have arrived since the last block into new blocks; gives how many blocks were made. A source on
 * which a long transaction is still writing waits for the next time, so that no row is ever late for its block.
 */
export async function sealAudit(ctx: Context, sources: readonly SealedSource[]): Promise<number> {
  const last = await lastBlock(ctx)
  const safe: Record<string, number> = {}
  for (const source of sources) {
    const after = last?.cuts[source.name] ?? START
    safe[source.name] = (await safeCut(ctx, source, after)) ?? after
  }
  const sealing = { sources, safe, algorithm: await algorithm(ctx) }
  let made = 0
  while (await sealOne(ctx, sealing)) made += 1
  return made
}
