import type { Register, RegisterProblem, RegisterRow } from '#platform/register'
import { type ColumnMapping, columnReader, mappingFaults } from '../domain/columns.ts'
import type { RunRow } from '../sql/runs.ts'
import type { Target } from './target.ts'

const longestValue = 60

/** A problem without what must not be told. */
function discreet(register: Register, problem: RegisterProblem): RegisterProblem {
  const column = register.columns.find((one) => one.name === problem.column)
  return { ...problem, value: column?.personal ? null : (problem.value?.slice(0, longestValue) ?? null) }
}

/** Rows of a file become rows of a register. It throws when the header is not the one that was mapped. */
export function intoRegister(register: Register, run: RunRow, header: readonly string[]): Target {
  const mapping = run.mapping as ColumnMapping
  const { missing, unknown } = mappingFaults(mapping, register.columns, header)
  if (missing.length + unknown.length > 0) throw new Error('the header changed since the file was handed in')
  const read = columnReader(mapping, register.columns, header)
  const of = { id: run.id, area: run.area, source: run.system, dry: run.dry }
  return {
    batch: register.batch,
    counted: true,
    pass: () => undefined,
    async take(ctx, lines) {
      const found: RegisterProblem[] = []
      const rows: RegisterRow[] = []
      for (const { line, cells } of lines) {
        const row = read(cells)
        if (row.lacks) found.push({ line, ...row.lacks })
        else rows.push({ line, cells: row.cells })
      }
      const { taken, already, problems } = rows.length === 0 ? { taken: 0, already: 0, problems: [] } : await register.take(ctx, of, rows)
      return { taken, already, answered: 0, found: [...found, ...problems.map((one) => discreet(register, one))] }
    },
  }
}
