import type { Mapping } from '../domain/mapping.ts'
import { csvTable } from './csv.ts'
import type { Table } from './table.ts'
import { isWorkbook, xlsxTable } from './xlsx.ts'

/** A file as rows, whatever it is. */
export function openTable(bytes: Uint8Array, mapping: Mapping): Table {
  return isWorkbook(bytes) ? xlsxTable(bytes, mapping.sheet) : csvTable(bytes, mapping)
}
