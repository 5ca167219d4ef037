import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCells, leastCell } from './suppress.ts'

const shown = (table: readonly (readonly number[])[], parent?: readonly boolean[]) => {
  const hidden = hiddenCells(table, parent)
  return table.map((row, at) => row.map((n, column) => (hidden[at]?.[column] === true ? null : n)))
}

describe('counts of an area', () => {
  it('are shown where every one of them is five or more', () => {
    expect(shown([[10, 20, 5]])).toEqual([[10, 20, 5]])
  })

  it('below five are hidden, and so is the next smallest, so that the sum gives nothing away', () => {
    expect(shown([[100, 3, 40]])).toEqual([[100, null, null]])
    expect(shown([[100, 0, 40]])).toEqual([[100, null, null]])
  })

  it('that are hidden are together at least five persons', () => {
    expect(shown([[100, 1, 1, 40]])).toEqual([[100, null, null, null]])
  })

  it('cannot be worked out from the sums of neighbouring areas', () => {
    const table = [
      [60, 40],
      [37, 23],
      [3, 50],
    ]
    const found = shown(table)
    expect(found[2]?.[0]).toBeNull()
    for (const column of [0, 1]) expect(found.filter((row) => row[column] === null).length).not.toBe(1)
  })

  it('do not give away together what their parent hides', () => {
    expect(
      shown(
        [
          [30, 20],
          [40, 25],
        ],
        [true, false],
      ).filter((row) => row[0] === null),
    ).toHaveLength(2)
  })

  const table = fc.integer({ min: 1, max: 5 }).chain((across) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 })), { minLength: across, maxLength: across }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )

  it('never show a cell below five, nor leave one alone in a row or column whose sum is known', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const hidden = hiddenCells(counts)
        const rows = counts.map((row, at) => row.map((n, column) => ({ n, off: hidden[at]?.[column] === true })))
        for (const cell of rows.flat()) if (cell.n < leastCell) expect(cell.off).toBe(true)
        const columns = (counts[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? { n: 0, off: false }))
        for (const line of [...rows, ...(counts.length > 1 ? columns : [])]) {
          const off = line.filter((cell) => cell.off)
          if (off.length === 0 || off.length === line.length) continue
          expect(off.length).toBeGreaterThan(1)
          expect(off.reduce((sum, cell) => sum + cell.n, 0)).toBeGreaterThanOrEqual(leastCell)
        }
      }),
    )
  })
})
