/** A text in both languages of the product. Chinese comes first on every screen. */
export interface Say {
  readonly zh: string
  readonly en: string
}

/** The HTTP status of each kind of "no". */
export const statusOfKind = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  invalid: 422,
  limited: 429,
  unavailable: 503,
} as const

export type RefusalKind = keyof typeof statusOfKind

/** One field that was not as asked. `path` is a JSON pointer into the request. */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly say: Say
}

/** The only thing that is thrown on purpose: an expected "no" with a code that never changes (`module.reason`). */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly say: Say
  readonly errors: readonly FieldError[]
  /** Seconds after which asking again makes sense, for kind `limited` and `unavailable`. */
  readonly retryAfter: number | null

  constructor(kind: RefusalKind, code: string, say: Say, more: { errors?: readonly FieldError[]; retryAfter?: number } = {}) {
    super(`${code}: ${say.en}`)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.say = say
    this.errors = more.errors ?? []
    this.retryAfter = more.retryAfter ?? null
  }
}

/** Makes a refusal; the caller throws it, so that the flow of control stays visible. */
export function refuse(
  kind: RefusalKind,
  code: string,
  say: Say,
  more: { errors?: readonly FieldError[]; retryAfter?: number } = {},
): Refusal {
  return new Refusal(kind, code, say, more)
}
