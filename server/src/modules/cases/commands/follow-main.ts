import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { move } from '#mechanisms/flow'
import { levelOfPost } from '../domain/figures/case-tally.ts'
import { following } from '../domain/following.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { type Joined, joinedTo, mainOf } from '../queries/joined.ts'
import { loadCase } from '../sql/store.ts'
import { movingCase } from './move-case.ts'

const page = 500

type Main = Parameters<typeof following>[0]

function standing({ noun, orders }: CaseMatter): Main {
  const lead = orders.find((order) => order.lead && order.state === 'fedBack')
  return { ...noun, level: levelOfPost(lead?.post ?? null) }
}

async function follow(ctx: Context, main: Main, id: string): Promise<void> {
  const { noun } = await loadCase(ctx, id)
  const wanted = following(main, noun)
  if (wanted === null) return
  try {
    await move({ ...ctx, once: null }, movingCase, id, wanted.move, wanted.input)
  } catch (error) {
    // Somebody moved it meanwhile; what that told brings us here again.
    if (!(error instanceof Refusal)) throw error
  }
}

/**
 * Brings the reports that are merged into the matter of `id`, and that matter itself when it is one of them, to where the last of the chain stands:
 * one answer to all. Repeating it changes nothing.
 */
export async function followMain(ctx: Context, id: string): Promise<void> {
  const own = await loadCase(ctx, id)
  const last = await mainOf(ctx, own)
  const main = standing(last)
  if (last.noun.id !== id) await follow(ctx, main, id)
  for (let rows: Joined[] = [], after: string | null = null; ; after = rows.at(-1)?.id ?? null) {
    rows = await joinedTo(ctx, id, page, after)
    for (const one of rows) if (following(main, one)) await follow(ctx, main, one.id)
    if (rows.length < page) return
  }
}
