import type { Module } from '#platform/module'
import { sweepClocks } from './commands/tick.ts'
import { moveRoutes } from './http/move-routes.ts'
import { ownRoutes } from './http/routes.ts'
import { photoReader } from './queries/photos.ts'
import { reactions } from './reactions.ts'

export default {
  name: 'cases',
  routes: [...ownRoutes, ...moveRoutes],
  reactions,
  jobs: [{ name: 'cases.clocks', every: 5, run: async (ctx) => void (await sweepClocks(ctx)) }],
  start: async (_, city) => void city.files.readers.set('case', photoReader),
} satisfies Module
