import type { Module } from '#platform/module'
import { directoryRoutes } from './http/routes.ts'

export default { name: 'directory', routes: directoryRoutes } satisfies Module
