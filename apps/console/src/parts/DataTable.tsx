import type { ReactElement, ReactNode } from 'react'

export interface Column<T> {
  readonly key: string
  readonly title: ReactNode
  readonly render: (row: T) => ReactNode
  /** Numbers stand on the right. */
  readonly right?: boolean
  /** The column that matters is in ink, the others in quiet ink. */
  readonly main?: boolean
  /** Left out on a narrow screen. */
  readonly wide?: boolean
}

interface DataTableProps<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly here?: (row: T) => boolean
}

/** A table that breathes: rows of 40 px, thin lines, no stripes. On a narrow screen it scrolls within its frame, by keyboard too. */
export function DataTable<T>({ caption, columns, rows, keyOf, here }: DataTableProps<T>): ReactElement {
  const classOf = (column: Column<T>): string =>
    [column.right && 'cell-right', column.main && 'cell-main', column.wide && 'cell-wide'].filter(Boolean).join(' ')
  return (
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="l-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={here?.(row) ? 'row-here' : ''}>
              {columns.map((column) => (
                <td key={column.key} className={classOf(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
