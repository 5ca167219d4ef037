import type { Module } from '#platform/module'
import { forgetErased } from './commands/forget-person.ts'
import { deriveEverybody, deriveTouched } from './commands/derive-tags.ts'
import { eraseGranted, tellAsker } from './commands/heard.ts'
import { sweepClocks } from './commands/tick.ts'
import { firstCategories } from './domain/categories.ts'
import { firstSources } from './domain/sources.ts'
import { categoryRoutes } from './http/category-routes.ts'
import { doubtRoutes } from './http/doubt-routes.ts'
import { myRoutes } from './http/my-routes.ts'
import { requestRoutes } from './http/request-routes.ts'
import { peopleRoutes } from './http/routes.ts'
import { seedCategories } from './sql/categories.ts'
import { seedSources } from './sql/sources.ts'

export default {
  name: 'people',
  routes: [...peopleRoutes, ...doubtRoutes, ...requestRoutes, ...myRoutes, ...categoryRoutes],
  jobs: [
    { name: 'people.clocks', every: 60, run: async (ctx) => void (await sweepClocks(ctx)) },
    { name: 'people.categories', every: 86_400, run: async (ctx) => void (await deriveEverybody(ctx)) },
  ],
  reactions: [
    { name: 'people.forget', on: ['person.erased'], run: forgetErased },
    { name: 'people.erase', on: ['personRequest.answer'], run: eraseGranted },
    { name: 'people.derive', on: ['person.recorded'], run: deriveTouched },
    { name: 'people.tell', on: ['personRequest.answer', 'personRequest.decline'], run: tellAsker },
  ],
  async seed(ctx) {
    await seedSources(ctx, firstSources)
    await seedCategories(ctx, firstCategories)
  },
} satisfies Module
