import { sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import type { RegisterProblem, RegisterRow, RegisterTaken } from '#platform/register'
import type { Entered } from '../sql/enter.ts'
import { Row } from './row.ts'

/** Reads rows and enters what is new with one statement; what is there already stays as it is, and where the file says otherwise, that is told. */
export async function takeRows<R extends { readonly id: string }>(
  rows: readonly RegisterRow[],
  read: (row: Row) => R | null,
  enter: (rows: readonly R[]) => Promise<Entered[]>,
): Promise<RegisterTaken> {
  const problems: RegisterProblem[] = []
  const ready: { readonly line: number; readonly made: R }[] = []
  for (const given of rows) {
    const row = new Row(given)
    const made = read(row)
    problems.push(...row.problems)
    if (made && !row.isOut) ready.push({ line: row.line, made })
  }
  const first = [...new Map(ready.toReversed().map((one) => [one.made.id, one])).values()]
  const entered = first.length === 0 ? [] : await enter(first.map((one) => one.made))
  const lines = new Map(first.map(({ made, line }) => [made.id, line]))
  const differing = entered.flatMap(({ id, differs }): RegisterProblem[] =>
    differs ? [{ line: lines.get(id) ?? 0, code: 'orgs.differs', column: null, value: null, kind: 'odd' }] : [],
  )
  const taken = entered.filter((one) => one.made).length
  return { taken, already: ready.length - taken, problems: [...problems, ...differing] }
}

const inUse = () =>
  refuse('conflict', 'orgs.in-use', {
    zh: '导入以后，已有别的登记用到这些内容，或有人改过，不能整批撤销。',
    en: 'Since the import something else uses these entries, or somebody changed one; it cannot be undone as a whole.',
  })

/** Takes back what a run entered; `remove` gives how many went, null when one was changed since. @throws Refusal `orgs.in-use` (409) */
export async function undone(remove: () => Promise<number | null>): Promise<number> {
  try {
    const gone = await remove()
    if (gone === null) throw inUse()
    return gone
  } catch (error) {
    throw sqlState(error) === '23503' ? inUse() : error
  }
}
