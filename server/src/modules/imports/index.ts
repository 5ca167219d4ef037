/** 导入: rows of other systems become matters or rows of a register, by a declared mapping. */
export { workOnNext } from './commands/run.ts'
export { submitImport } from './commands/submit.ts'
export { Mapping, type MappingInput } from './domain/mapping.ts'
export { type ReadRow, rowReader, type UnreadRow } from './domain/read-row.ts'
export { namedMapping } from './mappings/index.ts'
export { allProblems, runReport } from './queries/runs.ts'
export { inMemory } from './reading/bytes.ts'
export { openTable } from './reading/open.ts'
