import type { Pair } from '@linli/ui'

/** One file that was handed in. */
export interface Run {
  readonly id: string
  readonly system: string
  readonly area: string
  readonly dry: boolean
  readonly fileName: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly submittedAt: string
  readonly finishedAt: string | null
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  readonly failure: { readonly code: string; readonly say: Pair } | null
}

/** A file with what was found in it. */
export interface Report extends Run {
  readonly found: readonly { readonly code: string; readonly say: Pair; readonly n: number }[]
  readonly problems: readonly {
    readonly line: number
    readonly code: string
    readonly say: Pair
    readonly column: string | null
    readonly value: string | null
  }[]
}

/** A declared way to read a file. */
export interface NamedMapping {
  readonly name: string
  readonly say: Pair
}
