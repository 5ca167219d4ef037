/** 人户: records of many departments, merged into persons and households. */
export { type Batch, type Line, type Outcome, takeRecords } from './commands/take-records.ts'
export { sourceOf } from './sql/sources.ts'
export { peopleRegister } from './register.ts'
export { deriveEverybody } from './commands/derive-tags.ts'
