import type { Module } from '#platform/module'
import { forgetErased } from './commands/forget-person.ts'
import { eraseGranted, tellAsker } from './commands/heard.ts'
import { sweepClocks } from './commands/tick.ts'
import { firstSources } from './domain/sources.ts'
import { doubtRoutes } from './http/doubt-routes.ts'
import { myRoutes } from './http/my-routes.ts'
import { requestRoutes } from './http/request-routes.ts'
import { peopleRoutes } from './http/routes.ts'
import { seedSources } from './sql/sources.ts'

export default {
  name: 'people',
  routes: [...peopleRoutes, ...doubtRoutes, ...requestRoutes, ...myRoutes],
  jobs: [{ name: 'people.clocks', every: 60, run: async (ctx) => void (await sweepClocks(ctx)) }],
  reactions: [
    { name: 'people.forget', on: ['person.erased'], run: forgetErased },
    { name: 'people.erase', on: ['personRequest.answer'], run: eraseGranted },
    { name: 'people.tell', on: ['personRequest.answer', 'personRequest.decline'], run: tellAsker },
  ],
  seed: (ctx) => seedSources(ctx, firstSources),
} satisfies Module
