/** What a table knows of a column when it is chosen. */
export interface Choosable {
  readonly key: string
  /** The column by which a row is known cannot be put away. */
  readonly main?: boolean
  /** Shown only to those who chose it. */
  readonly extra?: boolean
}

/** What a person decided about columns, by key; what is not named is as the page has it. */
export type ColumnChoice = Readonly<Record<string, boolean>>

export const isShown = (column: Choosable, choice: ColumnChoice): boolean =>
  column.main === true || (choice[column.key] ?? column.extra !== true)

/** The choice with one column shown or put away; a decision equal to the page's own is not kept. */
export function withColumn(choice: ColumnChoice, column: Choosable, shown: boolean): ColumnChoice {
  const rest = Object.fromEntries(Object.entries(choice).filter(([key]) => key !== column.key))
  return shown === (column.extra !== true) ? rest : { ...rest, [column.key]: shown }
}

/** Reads what was kept; anything else than a choice is none. */
export function choiceFrom(kept: string | null): ColumnChoice {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'))
  } catch {
    return {}
  }
}
