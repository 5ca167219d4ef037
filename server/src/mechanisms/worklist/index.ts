/** One list of all that waits for a person or a post, from every mechanism. */
export { listIn, type Waiting } from './list-in.ts'
export { type Cursor, pageOf, type WorklistRow, waitingCounts } from './queries.ts'
