import type { Module } from '#platform/module'
import { catalogue } from './domain/catalogue.ts'
import { catalogueRoutes } from './http/routes.ts'
import { shelf } from './shelf.ts'
import { writeFacts } from './sql/store.ts'

export default {
  name: 'catalogue',
  routes: catalogueRoutes,
  seed: async (ctx) => void (await writeFacts(ctx.db, catalogue)),
  start: async (ctx) => void (await shelf(ctx)),
} satisfies Module
