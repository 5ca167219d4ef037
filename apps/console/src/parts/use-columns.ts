import { useState } from 'react'
import { useMe } from '../app/session.ts'
import { choiceFrom, isShown, withColumn } from './columns.ts'
import type { Choosable, ColumnChoice } from './columns.ts'

interface Columns<C> {
  readonly shown: readonly C[]
  readonly isShown: (column: C) => boolean
  readonly choose: (column: C, shown: boolean) => void
  /** True when it is not as the page has it. */
  readonly isChanged: boolean
  readonly reset: () => void
}

/** The columns of a table that this person chose, kept in this browser. Without a name they are as the page has them. */
export function useColumns<C extends Choosable>(name: string | undefined, columns: readonly C[]): Columns<C> {
  const account = useMe().data?.account.id ?? ''
  const place = `linli columns ${account} ${name ?? ''}`
  const [choice, setChoice] = useState<ColumnChoice>(() => (name === undefined ? {} : choiceFrom(localStorage.getItem(place))))
  const keep = (next: ColumnChoice): void => {
    setChoice(next)
    if (Object.keys(next).length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(next))
  }
  return {
    shown: columns.filter((column) => isShown(column, choice)),
    isShown: (column) => isShown(column, choice),
    choose: (column, shown) => keep(withColumn(choice, column, shown)),
    isChanged: Object.keys(choice).length > 0,
    reset: () => keep({}),
  }
}
