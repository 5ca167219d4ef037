import type { Module } from '#platform/module'
import { cardRoutes } from './http/card-routes.ts'
import { componentRoutes } from './http/routes.ts'
import { spareRoutes } from './http/spare-routes.ts'

export default { name: 'components', routes: [...cardRoutes, ...componentRoutes, ...spareRoutes] } satisfies Module
