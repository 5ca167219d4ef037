import type { Module } from '#platform/module'
import { findSilent } from './commands/find-silent.ts'
import { makeCases } from './commands/make-cases.ts'
import { prune } from './commands/prune.ts'
import { seedRules } from './commands/rules.ts'
import { alarmRoutes } from './http/alarm-routes.ts'
import { deviceRoutes } from './http/device-routes.ts'
import { messageRoutes } from './http/message-routes.ts'

export default {
  name: 'telemetry',
  routes: [...deviceRoutes, ...alarmRoutes, ...messageRoutes],
  jobs: [
    { name: 'telemetry.silent', every: 60, run: async (ctx) => void (await findSilent(ctx)) },
    { name: 'telemetry.cases', every: 10, run: async (ctx) => void (await makeCases(ctx)) },
    { name: 'telemetry.prune', every: 3600, run: async (ctx) => void (await prune(ctx)) },
  ],
  seed: seedRules,
} satisfies Module
