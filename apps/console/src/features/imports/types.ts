import type { Schemas } from '@linli/api'

/** One file that was handed in. */
export type Run = Schemas['ImportRun']

/** A file with what was found in it. */
export type Report = Schemas['ImportReport']

/** A register that one may import into. */
export type ImportRegister = Schemas['ImportRegisters']['items'][number]

/** Which column of a file is which. */
export type Columns = Schemas['ImportPreview']['suggested']
