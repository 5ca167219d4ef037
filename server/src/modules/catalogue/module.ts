import type { Module } from '#platform/module'
import { catalogue } from './domain/catalogue.ts'
import { catalogueRoutes } from './http/routes.ts'
import { categoryNames } from './queries.ts'
import { shelf } from './shelf.ts'
import { writeFacts } from './sql/store.ts'

export default {
  name: 'catalogue',
  routes: catalogueRoutes,
  naming: async (ctx, values) => {
    const names = await categoryNames(ctx, values)
    return (fact, value) => (fact === 'category' ? (names.get(value) ?? null) : null)
  },
  seed: async (ctx) => void (await writeFacts(ctx.db, catalogue)),
  start: async (ctx) => void (await shelf(ctx)),
} satisfies Module
