import type { Module } from '#platform/module'
import { sweepFiles } from './commands/files.ts'
import { workOnNext } from './commands/run.ts'
import { caseRoutes } from './http/case-routes.ts'
import { registerRoutes } from './http/register-routes.ts'
import { runRoutes } from './http/run-routes.ts'

export default {
  name: 'imports',
  routes: [...caseRoutes, ...registerRoutes, ...runRoutes],
  jobs: [
    { name: 'imports.work', every: 2, run: async (ctx) => void (await workOnNext(ctx)) },
    { name: 'imports.sweep', every: 3600, run: sweepFiles },
  ],
} satisfies Module
