/** 导入: rows of other systems become matters, by a declared mapping and the ordinary intake. */
export { workOnNext } from './commands/run.ts'
export { submitImport } from './commands/submit.ts'
export { Mapping, type MappingInput } from './domain/mapping.ts'
export { type ReadRow, rowReader, type UnreadRow } from './domain/read-row.ts'
export { namedMapping } from './mappings/index.ts'
export { allProblems, runReport } from './queries.ts'
export { openTable } from './reading/open.ts'
