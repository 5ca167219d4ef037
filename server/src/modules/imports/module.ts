import type { Module } from '#platform/module'
import { workOnNext } from './commands/run.ts'
import { importRoutes } from './http/routes.ts'

export default {
  name: 'imports',
  routes: importRoutes,
  jobs: [{ name: 'imports.work', every: 2, run: async (ctx) => void (await workOnNext(ctx)) }],
} satisfies Module
