import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { deleteRun } from '../sql/bulk.ts'

/**
 * Takes out what an import brought, with its counts on the map, while nothing came of any of it. Gives how many.
 * @throws Refusal `component.run-in-use` (409)
 */
export async function undoRun(ctx: Context, run: string): Promise<number> {
  const gone = await deleteRun(ctx.db, run)
  if (gone !== null) return gone
  throw refuse('conflict', 'component.run-in-use', {
    zh: '这批部件里已经有改动过状态、信息，或有人报修的，不能整批撤销。',
    en: 'Some of these components were changed or reported since; the import can no longer be undone.',
  })
}
