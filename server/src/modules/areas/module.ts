import type { Module } from '#platform/module'
import { importRoutes } from './http/import-routes.ts'
import { keepRoutes } from './http/keep-routes.ts'
import { publicRoutes } from './http/public-routes.ts'
import { readRoutes } from './http/read-routes.ts'
import { locatorOf } from './queries/atlas.ts'
import { naming } from './queries/naming.ts'

export default {
  name: 'areas',
  routes: [...readRoutes, ...publicRoutes, ...keepRoutes, ...importRoutes],
  naming,
  /** Reads the areas and the borders of the grids, so that the first report need not wait for them. */
  start: async (ctx) => void (await locatorOf(ctx, 'grid')),
} satisfies Module
