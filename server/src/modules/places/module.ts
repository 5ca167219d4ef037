import type { Module } from '#platform/module'
import { buildingRoutes } from './http/building-routes.ts'
import { smallPlaceRoutes } from './http/small-place-routes.ts'

export default { name: 'places', routes: [...smallPlaceRoutes, ...buildingRoutes] } satisfies Module
