import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { mainOf } from '../queries/joined.ts'
import { likelySame } from '../queries/repeats.ts'
import { findByNumber, loadCase } from '../sql/store.ts'
import { moveCase } from './move-case.ts'

/**
 * A report whose reporter said that it is the same as an open matter is merged into it, if that matter is likely the same by place and words too;
 * otherwise the desk that sorts it sees what was said and decides. Repeating it changes nothing.
 */
export async function joinAsSaid(ctx: Context, id: string): Promise<void> {
  const { noun } = await loadCase(ctx, id)
  if (noun.said_same === null || (noun.state !== 'submitted' && noun.state !== 'registered')) return
  const named = await findByNumber(ctx, noun.said_same)
  if (named === null) return
  const main = await mainOf(ctx, await loadCase(ctx, named))
  const found = await likelySame(ctx, { ...noun, reported_at: new Date(noun.reported_at) })
  if (!found.has(main.noun.id)) return
  try {
    await moveCase({ ...ctx, once: null }, id, 'merge', { into: noun.said_same, words: '反映人说是同一件事' })
  } catch (error) {
    // It was answered or closed meanwhile, or is an emergency that is handed over first: the desk decides.
    if (!(error instanceof Refusal)) throw error
  }
}
