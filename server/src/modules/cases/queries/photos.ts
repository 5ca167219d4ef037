import type { Context } from '#platform/context'
import { Refusal } from '#platform/refusal'
import type { PhotoReader } from '#platform/files'
import { loadCase } from '../sql/store.ts'
import { asBearer, openLink } from './follow.ts'

async function mayLoad(ctx: Context, id: string): Promise<boolean> {
  try {
    await loadCase(ctx, id)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return false
    throw error
  }
}

/** Photos of a case are seen by those who see the case, and by the bearer of its secret link. */
export const photoReader: PhotoReader = {
  account: (ctx, caseId) => mayLoad(ctx, caseId),
  async link(ctx, caseId, token) {
    try {
      return (await openLink(ctx, token)) === caseId && (await mayLoad(asBearer(ctx, caseId), caseId))
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  },
}
