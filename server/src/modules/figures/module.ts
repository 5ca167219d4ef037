import type { Module } from '#platform/module'
import { figureRoutes } from './http/routes.ts'

export default { name: 'figures', routes: figureRoutes } satisfies Module
