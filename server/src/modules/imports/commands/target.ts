import type { Context } from '#platform/context'
import type { RegisterProblem } from '#platform/register'

/** A row of the file that could be taken apart. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** What became of rows: each is taken, was there already, or has a problem of kind `unread`. */
export interface Outcome {
  readonly taken: number
  readonly already: number
  /** Rows that were answered in the other system before. */
  readonly answered: number
  readonly found: readonly RegisterProblem[]
}

/** What the rows of a run become. */
export interface Target {
  /** Rows that are taken in together. */
  readonly batch: number
  /** Whether the rows and their count are one transaction; where not, a row that was taken in and not counted counts as `already` later. */
  readonly counted: boolean
  /** A row of an earlier slice, read again after another process ended. */
  pass(row: Line): void
  take(ctx: Context, rows: readonly Line[]): Promise<Outcome>
}
