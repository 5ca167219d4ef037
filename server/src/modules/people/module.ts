import type { Module } from '#platform/module'
import { forgetErased } from './commands/forget-person.ts'
import { sweepDoubts } from './commands/tick.ts'
import { firstSources } from './domain/sources.ts'
import { doubtRoutes } from './http/doubt-routes.ts'
import { peopleRoutes } from './http/routes.ts'
import { seedSources } from './sql/sources.ts'

export default {
  name: 'people',
  routes: [...peopleRoutes, ...doubtRoutes],
  jobs: [{ name: 'people.clocks', every: 60, run: async (ctx) => void (await sweepDoubts(ctx)) }],
  reactions: [{ name: 'people.forget', on: ['person.erased'], run: forgetErased }],
  seed: (ctx) => seedSources(ctx, firstSources),
} satisfies Module
