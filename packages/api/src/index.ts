import type { components } from './schema.d.ts'

/** The shapes of the contract, docs/openapi.json, by their names there; made by scripts/api-types.mjs. */
export type Schemas = components['schemas']

export { Attempts, newKey } from './attempts.ts'
export { address, makeApi } from './client.ts'
export type { Api, ApiOptions, Query, Sent } from './client.ts'
export { isPassing, Problem, problemOf, silent } from './problem.ts'
export type { FieldProblem } from './problem.ts'
