import { useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useColumns } from './use-columns.ts'
import { useRowKeys } from './use-row-keys.ts'
import { TableTools } from './TableTools.tsx'

export interface Column<T> {
  readonly key: string
  readonly title: ReactNode
  readonly render: (row: T) => ReactNode
  /** Numbers stand on the right. */
  readonly right?: boolean
  /** The column that matters is in ink, the others in quiet ink; it cannot be put away. */
  readonly main?: boolean
  /** The main column holds sentences: it takes what the others leave, and is cut at the end. */
  readonly long?: boolean
  /** Left out on a narrow screen. */
  readonly wide?: boolean
  /** Shown only to those who chose it. */
  readonly extra?: boolean
}

interface DataTableProps<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  readonly here?: (row: T) => boolean
  /** Names the table, so that a person's choice of columns is kept; without a name there is no choice. */
  readonly name?: string
  /** What stands above it on the left, such as how many are shown. */
  readonly note?: ReactNode
  /** Where the rows that the filter shows are to be had as a file. */
  readonly exportHref?: string
}

const classOf = <T,>(column: Column<T>): string =>
  [column.right && 'cell-right', column.main && 'cell-main', column.long && 'cell-long', column.wide && 'cell-wide']
    .filter(Boolean)
    .join(' ')

/**
 * A table that breathes: rows of 40 px, thin lines, no stripes. j and k walk its rows, Enter opens one.
 * On a narrow screen it scrolls within its frame, by keyboard too.
 */
export function DataTable<T>({ caption, columns, rows, keyOf, here, name, note, exportHref }: DataTableProps<T>): ReactElement {
  const frame = useRef<HTMLElement>(null)
  const { shown, ...choice } = useColumns(name, columns)
  useRowKeys(frame)
  const choosable = name === undefined ? [] : columns.filter((column) => column.main !== true && column.title !== '')
  return (
    <>
      {(choosable.length > 0 || note !== undefined || exportHref !== undefined) && (
        <TableTools
          note={note}
          exportHref={exportHref}
          columns={choosable.map((column) => ({ key: column.key, title: column.title, shown: choice.isShown(column) }))}
          onChoose={(key, isOn) => {
            const column = columns.find((one) => one.key === key)
            if (column) choice.choose(column, isOn)
          }}
          onReset={choice.isChanged ? choice.reset : null}
        />
      )}
      <section ref={frame} className="table-frame" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption className="l-hidden">{caption}</caption>
          <thead>
            <tr>
              {shown.map((column) => (
                <th key={column.key} scope="col" className={classOf(column)}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} className={here?.(row) ? 'row-here' : ''}>
                {shown.map((column) => (
                  <td key={column.key} className={classOf(column)}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
