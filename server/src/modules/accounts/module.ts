import type { Module } from '#platform/module'
import { adminRoutes } from './http/admin-routes.ts'
import { invitationRoutes } from './http/invitation-routes.ts'
import { myRoutes } from './http/my-routes.ts'
import { outsideRoutes } from './http/outside-routes.ts'
import { rightRoutes } from './http/right-routes.ts'
import { sessionRoutes } from './http/session-routes.ts'
import { sweep } from './sweep.ts'

export default {
  name: 'accounts',
  routes: [...sessionRoutes, ...outsideRoutes, ...myRoutes, ...adminRoutes, ...rightRoutes, ...invitationRoutes],
  jobs: [{ name: 'accounts.sweep', every: 24 * 3600, run: sweep }],
} satisfies Module
