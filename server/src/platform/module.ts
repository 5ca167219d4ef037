import type { Naming } from './audit/values.ts'
import type { City, Context } from './context.ts'
import type { Reaction } from './outbox.ts'
import type { Route } from './route.ts'

/** Work that runs by itself. `every` in seconds; one runs at a time in the whole city. */
export interface Job {
  readonly name: string
  readonly every: number
  run(ctx: Context): Promise<void>
}

/** What a module adds to the city; only app.ts reads it. */
export interface Module {
  readonly name: string
  readonly routes: readonly Route[]
  readonly reactions?: readonly Reaction[]
  readonly jobs?: readonly Job[]
  /** What the codes of its registers are called, for the audit page. */
  readonly naming?: Naming
  /** Rows without which the module cannot work; must be harmless when run again. */
  seed?(ctx: Context): Promise<void>
  /** Runs once at every start, after migration and seed: load caches. */
  start?(ctx: Context, city: City): Promise<void>
}
