import type { Module } from '#platform/module'
import { importRoutes } from './http/import-routes.ts'
import { keepRoutes } from './http/keep-routes.ts'
import { publicRoutes } from './http/public-routes.ts'
import { readRoutes } from './http/read-routes.ts'

export default { name: 'areas', routes: [...readRoutes, ...publicRoutes, ...keepRoutes, ...importRoutes] } satisfies Module
