import type { Module } from '#platform/module'
import { catchUp } from './catch-up.ts'
import { fold } from './fold.ts'
import { recount } from './recount.ts'
import type { Subject } from './subject.ts'

/** The jobs that keep figures: folding every three seconds, counting what is not counted yet, the nightly recount. */
export function metricModule(subjects: readonly Subject[]): Module {
  return {
    name: 'metric',
    routes: [],
    jobs: subjects.flatMap((subject) => [
      { name: `metric.fold.${subject.name}`, every: 3, run: async (ctx) => void (await fold(ctx, subject)) },
      { name: `metric.catch-up.${subject.name}`, every: 60, run: (ctx) => catchUp(ctx, subject) },
      {
        name: `metric.recount.${subject.name}`,
        every: 86_400,
        run: async (ctx) => {
          const { differing } = await recount(ctx, subject)
          if (differing > 0) throw new Error(`${differing} figures of ${subject.name} differ from their recount`)
        },
      },
    ]),
  }
}
