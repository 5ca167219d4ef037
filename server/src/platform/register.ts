import type { Context, Role } from './context.ts'
import type { Say } from './refusal.ts'

/** A column that a register can take in. */
export interface RegisterColumn {
  readonly name: string
  readonly title: Say
  /** Other names by which files call it. */
  readonly headers: readonly string[]
  /** A row without it is not handed to the register. */
  readonly required: boolean
  /** Its values are never told in a report, nor shown as an example. */
  readonly personal: boolean
}

/** What is wrong with a row. `unread`: it was not taken in; `odd`: it was, and somebody should look at it. */
export interface RegisterProblem {
  readonly line: number
  /** Stable, `module.reason`; belongs to the register's module. */
  readonly code: string
  readonly column: string | null
  /** At most 60 characters, and only where it says nothing about a person. */
  readonly value: string | null
  readonly kind: 'unread' | 'odd'
}

/** A row of a file by the register's own columns: trimmed, digits and letters of full width made narrow; a column that the file lacks is absent. */
export interface RegisterRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** The import that a row belongs to. */
export interface RegisterRun {
  readonly id: string
  /** Scope of the post by which the file was brought: nothing outside of it is taken in. */
  readonly area: string
  /** The system or department that the file came from. */
  readonly source: string
  /** Only try: say what would be taken in, and write nothing. */
  readonly dry: boolean
}

/** What became of a batch: every row is taken, was there already, or has a problem of kind `unread`. */
export interface RegisterTaken {
  readonly taken: number
  readonly already: number
  readonly problems: readonly RegisterProblem[]
}

/** A register that takes in files; only imports reads it. */
export interface Register {
  readonly name: string
  readonly title: Say
  /** The roles on whose posts a file may be brought. */
  readonly by: readonly Role[]
  readonly columns: readonly RegisterColumn[]
  /** Rows of one statement. */
  readonly batch: number
  /** What each of its codes means, in words. */
  readonly problems: Readonly<Record<string, Say>>
  /**
   * Takes rows in with one statement, in the transaction that counts them (`ctx.db`). The actor is the importer on the post of the run.
   * Idempotent: the same row again counts as `already`; an import never overwrites what somebody entered.
   */
  take(ctx: Context, run: RegisterRun, rows: readonly RegisterRow[]): Promise<RegisterTaken>
  /** Undoes a whole run while nothing depends on it; gives how many rows went. @throws Refusal with the register's own code when something does */
  undo(ctx: Context, run: string): Promise<number>
}

const dayMs = 86_400_000
/** Day 0 of a spreadsheet's calendar, which knows a 29 February 1900. */
const spreadsheetEpoch = Date.UTC(1899, 11, 30)

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists ? at.toISOString().slice(0, 10) : null
}

/**
 * A day (YYYY-MM-DD) as files write it: 2026-03-02, 2026/3/2, 2026.3.2, 20260302, 2026年3月2日, each with or without an hour, or the number
 * by which a spreadsheet counts days from 1954 to 2119. Null when it is none.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}.*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (parts) return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (!/^[2-7]\d{4}(\.\d+)?$/.test(plain)) return null
  return new Date(spreadsheetEpoch + Math.floor(Number(plain)) * dayMs).toISOString().slice(0, 10)
}

/** True for a long number that a spreadsheet program rounded (9.12109E+17): its last digits are lost for good. */
export function isRounded(text: string): boolean {
  return /^\d(\.\d+)?E\+?\d{1,2}$/i.test(text.trim())
}
