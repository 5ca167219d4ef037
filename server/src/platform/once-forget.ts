import type { Module } from './module.ts'

const keptDays = 30

/** Idempotency keys are kept longer than a phone stays offline, then forgotten (index once_at). */
export const onceModule: Module = {
  name: 'once',
  routes: [],
  jobs: [
    {
      name: 'once.forget',
      every: 6 * 3600,
      async run(ctx) {
        const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
        await ctx.db.query({ name: 'once.forget', text: 'delete from platform.once where at < $1', values: [before] })
      },
    },
  ],
}
