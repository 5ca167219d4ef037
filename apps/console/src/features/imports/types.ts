import type { Schemas } from '@linli/api'

/** One file that was handed in. */
export type Run = Schemas['ImportRun']

/** A file with what was found in it. */
export type Report = Schemas['ImportReport']
