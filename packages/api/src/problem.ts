/** One field that was not as asked; `path` is a JSON pointer into the request, such as `/body/reason`. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly detail: string
}

interface ProblemBody {
  readonly title?: string
  readonly status?: number
  readonly code?: string
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
  readonly requestId?: string
}

/** A "no" of the server (RFC 9457), or the network's silence: status 0, code `network.silent`. */
export class Problem extends Error {
  readonly status: number
  /** Stable: `module.reason`. */
  readonly code: string
  readonly title: string
  /** What happened, why and what to do now, in the reader's language. Empty when the server said nothing. */
  readonly detail: string
  readonly errors: readonly FieldProblem[]
  /** To be quoted when asking for help. */
  readonly requestId: string | null

  constructor(status: number, body: ProblemBody) {
    super(`${body.code ?? status}: ${body.detail ?? body.title ?? ''}`)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? `http.${status}`
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
    this.requestId = body.requestId ?? null
  }
}

export const silent = (): Problem => new Problem(0, { code: 'network.silent' })

/** True for answers after which the same request, with the same key, may be sent again. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 503 || problem.code === 'idempotency.busy'
}

/** Reads the answer of a request that was refused, whatever its body is. */
export async function problemOf(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson ? await response.json().catch(() => null) : null
  return new Problem(response.status, body !== null && typeof body === 'object' ? (body as ProblemBody) : {})
}
