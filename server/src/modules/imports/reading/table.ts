/** A row of a file: its cells as text, or null when it could not be taken apart. `line` counts from 1, the header included. */
export interface TableRow {
  readonly line: number
  readonly cells: readonly string[] | null
  /** Nothing after this row could be read. */
  readonly swallows?: true
}

/** A file as rows; the first one is the header. */
export type Table = AsyncGenerator<TableRow>
