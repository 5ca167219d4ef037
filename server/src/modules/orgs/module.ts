import type { Module } from '#platform/module'
import { compoundRoutes } from './http/compound-routes.ts'
import { gridRoutes } from './http/grid-routes.ts'
import { officeRoutes } from './http/office-routes.ts'
import { postRoutes } from './http/post-routes.ts'
import { partyRoutes, unitRoutes } from './http/unit-routes.ts'
import { naming } from './queries/naming.ts'

export default {
  name: 'orgs',
  routes: [...unitRoutes, ...partyRoutes, ...postRoutes, ...compoundRoutes, ...gridRoutes, ...officeRoutes],
  naming,
} satisfies Module
