import { isPassing, Problem } from '@linli/api'

/** Code of a request that met no network. */
export const unreachable = 'network.silent'

/** Nothing was decided: no network, a gateway in between, too many requests, or the first of two equal ones still runs. */
export function mayRetry(problem: Problem): boolean {
  return isPassing(problem) || problem.status >= 500 || problem.status === 429 || problem.status === 408
}

/** Anything that was thrown, as a problem that a screen can show. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem(0, { code: 'face.broken', title: error instanceof Error ? error.message : '' })
}

export type { Problem } from '@linli/api'
