import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type Purpose, revealField } from '#platform/vault'
import { mayReveal } from '../domain/policy.ts'
import { loadCase } from '../sql/store.ts'

/**
 * Shows the reporter's name and phone for a purpose; leaves a trace that the reporter can see (谁看过我).
 * @throws Refusal `case.no-reveal` (403), `case.missing` (404)
 */
export async function revealReporter(ctx: Context, id: string, purpose: Purpose): Promise<{ name: string | null; phone: string | null }> {
  const { noun, orders } = await loadCase(ctx, id)
  if (
    noun.anonymous ||
    !mayReveal(
      ctx.actor,
      noun,
      orders.map((order) => order.unit),
    )
  ) {
    throw refuse('forbidden', 'case.no-reveal', {
      zh: '只有正在办理或回访这件事的人，才能查看联系方式。',
      en: 'Only those who handle this matter or call back may see how to reach the reporter.',
    })
  }
  const post = ctx.actor.posts[0]?.id ?? null
  const name = await revealField(ctx, noun.subject_id, 'name', purpose, post)
  return { name, phone: await revealField(ctx, noun.subject_id, 'phone', purpose, post) }
}
