import type { Context } from '../context.ts'
import type { Say } from '../refusal.ts'
import { type Block, blockHash, GENESIS, Root } from './chain.ts'
import { rowsOf, type SealedSource, START } from './source.ts'

/** What can be wrong with a block. */
export const FAULTS = {
  rows: { zh: '其中的记录被改动、删除或补入', en: 'Rows of it were changed, deleted or put in' },
  link: { zh: '与前一块接不上', en: 'It does not follow from the block before' },
  head: { zh: '区块本身被改动', en: 'The block itself was changed' },
  seal: { zh: '封印不符：区块不是本系统封存的', en: 'The seal is wrong: this system did not make the block' },
  missing: { zh: '缺少区块', en: 'A block is missing' },
} as const satisfies Record<string, Say>
export type Fault = keyof typeof FAULTS

export interface BrokenBlock {
  readonly n: number
  readonly fault: Fault
  readonly fromAt: Date | null
  readonly toAt: Date | null
  /** Rows that were sealed, and rows that are there now. */
  readonly sealed: number
  readonly found: number
}

export interface Verified {
  readonly blocks: number
  readonly rows: number
  readonly broken: readonly BrokenBlock[]
  /** The block after which to go on, or null at the end of the chain. */
  readonly next: number | null
}

const BATCH = 5000

async function rootNow(ctx: Context, sources: readonly SealedSource[], block: Block, before: Block | null): Promise<Root> {
  const root = new Root(block.algorithm)
  for (const source of sources) {
    const upTo = block.cuts[source.name] ?? START
    let after = before?.cuts[source.name] ?? START
    for (;;) {
      const rows = await rowsOf(ctx, source, after, upTo, BATCH)
      root.add(source.name, rows)
      after = rows.at(-1)?.filed ?? upTo
      if (rows.length < BATCH) break
    }
  }
  return root
}

function faultOf(ctx: Context, block: Block, before: Block | null, root: Buffer): Fault | null {
  if (block.n !== (before?.n ?? 0) + 1) return 'missing'
  if (!block.previous.equals(before?.hash ?? GENESIS)) return 'link'
  if (!block.hash.equals(blockHash(block, block.root, block.previous))) return 'head'
  if (!block.seal.equals(ctx.city.vault.digest('audit.block', block.hash))) return 'seal'
  return block.root.equals(root) ? null : 'rows'
}

/** Recomputes up to `limit` blocks after block `after` and says which of them no longer hold. Time grows with the rows. */
export async function verifyChain(
  ctx: Context,
  sources: readonly SealedSource[],
  page: { after: number; limit: number },
): Promise<Verified> {
  const list = await ctx.db.query<Block>({
    name: 'audit.blocks',
    text: 'select * from audit.block where n >= $1 order by n limit $2',
    values: [page.after, page.limit + 1],
  })
  let before: Block | null = list[0]?.n === page.after ? (list.shift() ?? null) : null
  const broken: BrokenBlock[] = []
  let rows = 0
  const checked = list.slice(0, page.limit)
  for (const block of checked) {
    const root = await rootNow(ctx, sources, block, before)
    rows += root.count
    const fault = faultOf(ctx, block, before, root.digest())
    if (fault) broken.push({ n: block.n, fault, fromAt: block.from_at, toAt: block.to_at, sealed: block.count, found: root.count })
    before = block
  }
  const last = checked.at(-1)?.n ?? null
  return { blocks: checked.length, rows, broken, next: checked.length < page.limit ? null : last }
}
