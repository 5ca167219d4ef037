/** No count below this is shown, nor can be worked out from what is. */
export const leastCell = 5

type Table = readonly (readonly number[])[]

/** Hides, in one line, enough that nothing hidden follows from the line's sum: at least two cells, and at least `leastCell` persons in them. */
function closeLine(line: readonly number[], hidden: boolean[], mustHide: boolean): boolean {
  let changed = false
  for (;;) {
    const at = line.map((_, index) => index).filter((index) => hidden[index] === true)
    const sum = at.reduce((all, index) => all + (line[index] ?? 0), 0)
    const isOpen = at.length === 0 ? mustHide : at.length === 1 || sum < leastCell
    if (!isOpen) return changed
    const shown = line.map((_, index) => index).filter((index) => hidden[index] !== true)
    const [next] = shown.sort((a, b) => (line[a] ?? 0) - (line[b] ?? 0) || a - b)
    if (next === undefined) return changed
    hidden[next] = true
    changed = true
  }
}

/**
 * Which cells of a table of counts stay hidden: areas of one parent down, classes across, of whom the sums of both are known elsewhere. A cell
 * below five is hidden, and as many others as it takes that no sum gives one away. `parentHidden`: classes that the parent itself hides, which
 * its parts must not give away together. Pure; the same counts are hidden whoever asks.
 */
export function hiddenCells(table: Table, parentHidden: readonly boolean[] = []): boolean[][] {
  const hidden = table.map((row) => row.map((n) => n < leastCell))
  const across = table[0]?.length ?? 0
  for (let changed = true; changed; ) {
    changed = false
    for (const [at, row] of table.entries()) if (closeLine(row, hidden[at] ?? [], false)) changed = true
    if (table.length < 2) continue
    for (let column = 0; column < across; column++) {
      const line = table.map((row) => row[column] ?? 0)
      const marks = hidden.map((row) => row[column] === true)
      if (!closeLine(line, marks, parentHidden[column] === true)) continue
      changed = true
      for (const [at, mark] of marks.entries()) {
        const row = hidden[at]
        if (row) row[column] = mark
      }
    }
  }
  return hidden
}
