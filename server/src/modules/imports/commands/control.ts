import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { casesTarget, findRegister } from '../registers.ts'
import { loadFile } from '../sql/files.ts'
import { moveRun, type RunRow, type RunState } from '../sql/runs.ts'
import { releaseFile } from './files.ts'

/** From which states a run can be paused, resumed and undone. A run that was only tried has nothing to undo. */
export const movesFrom = {
  pause: ['waiting', 'running'],
  resume: ['paused', 'failed'],
  undo: ['paused', 'done', 'failed'],
} as const satisfies Record<string, readonly RunState[]>

export type RunMove = keyof typeof movesFrom

/** What can be done with a run now. */
export function offeredMoves(run: Pick<RunRow, 'state' | 'dry' | 'target' | 'file'>): RunMove[] {
  const names = (Object.keys(movesFrom) as RunMove[]).filter((name) => (movesFrom[name] as readonly RunState[]).includes(run.state))
  return names.filter((name) => {
    if (name === 'undo') return !run.dry && run.target !== casesTarget.name
    return name === 'pause' || run.file !== null
  })
}

const notNow = () =>
  refuse('conflict', 'imports.not-now', {
    zh: '这次导入现在不能这样做，请刷新后再看。',
    en: 'This cannot be done with the import now. Reload and look again.',
  })

async function moved(ctx: Context, run: RunRow, move: RunMove, to: RunState): Promise<void> {
  if (!offeredMoves(run).includes(move) || !(await moveRun(ctx.db, run.id, movesFrom[move], to, ctx.now))) throw notNow()
  const actions = { pause: 'import.paused', resume: 'import.resumed', undo: 'import.undone' }
  await audit(ctx, { action: actions[move], object: { kind: 'import', id: run.id }, post: null, facts: { target: run.target } })
}

/** Lays a run aside until somebody resumes it; what was taken in stays. @throws Refusal `imports.not-now` (409) */
export function pauseRun(ctx: Context, run: RunRow): Promise<void> {
  return moved(ctx, run, 'pause', 'paused')
}

/** Goes on where the run stopped. @throws Refusal `imports.not-now` (409), `imports.file-gone` (409) */
export async function resumeRun(ctx: Context, run: RunRow): Promise<void> {
  if (run.file !== null && !(await loadFile(ctx.db, run.file))) throw notNow()
  await moved(ctx, run, 'resume', 'waiting')
}

/**
 * Takes back everything that a run took in, while nothing depends on it. In one transaction with the run's own end (`ctx.db`).
 * @throws Refusal `imports.not-now` (409), and what the register refuses when something depends on a row
 */
export async function undoRun(ctx: Context, run: RunRow): Promise<void> {
  await moved(ctx, run, 'undo', 'undone')
  await findRegister(run.target)?.undo(ctx, run.id)
  await releaseFile(ctx, run.file, true, ctx.now)
}
