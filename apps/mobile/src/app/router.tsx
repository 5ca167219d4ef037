import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { HomePage } from '../features/home/HomePage.tsx'
import { Skeleton } from '../parts/Notes.tsx'
import { BrokenPage, MissingPage } from './LostPages.tsx'
import { Shell } from './Shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage })
const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path })

const routeTree = root.addChildren([
  createRoute({ ...at('/'), component: HomePage }),
  createRoute({
    ...at('/report'),
    validateSearch: (search: Record<string, unknown>): { step?: number } => (typeof search.step === 'number' ? { step: search.step } : {}),
    component: lazyRouteComponent(() => import('../features/report/ReportPage.tsx'), 'ReportPage'),
  }),
  createRoute({ ...at('/receipt/$id'), component: lazyRouteComponent(() => import('../features/report/ReceiptPage.tsx'), 'ReceiptPage') }),
  createRoute({ ...at('/c/$token'), component: lazyRouteComponent(() => import('../features/follow/FollowPage.tsx'), 'FollowPage') }),
  createRoute({ ...at('/mine/$id'), component: lazyRouteComponent(() => import('../features/follow/FollowPage.tsx'), 'MyMatterPage') }),
  createRoute({ ...at('/p/$code'), component: lazyRouteComponent(() => import('../features/component/CardPage.tsx'), 'CardPage') }),
  createRoute({ ...at('/find'), component: lazyRouteComponent(() => import('../features/follow/FindPage.tsx'), 'FindPage') }),
  createRoute({ ...at('/draws'), component: lazyRouteComponent(() => import('../features/draws/DrawsPage.tsx'), 'DrawsPage') }),
  createRoute({ ...at('/mine'), component: lazyRouteComponent(() => import('../features/home/MinePage.tsx'), 'MinePage') }),
  createRoute({ ...at('/inbox'), component: lazyRouteComponent(() => import('../features/inbox/InboxPage.tsx'), 'InboxPage') }),
  createRoute({ ...at('/waiting'), component: lazyRouteComponent(() => import('../features/inbox/WaitingPage.tsx'), 'WaitingPage') }),
  createRoute({ ...at('/sign-in'), component: lazyRouteComponent(() => import('../features/account/SignInPage.tsx'), 'SignInPage') }),
  createRoute({ ...at('/me'), component: lazyRouteComponent(() => import('../features/account/MePage.tsx'), 'MePage') }),
  createRoute({ ...at('/looks'), component: lazyRouteComponent(() => import('../features/account/LooksPage.tsx'), 'LooksPage') }),
  createRoute({ ...at('/person'), component: lazyRouteComponent(() => import('../features/person/PersonPage.tsx'), 'PersonPage') }),
  createRoute({ ...at('/devices'), component: lazyRouteComponent(() => import('../features/account/DevicesPage.tsx'), 'DevicesPage') }),
  createRoute({ ...at('/password'), component: lazyRouteComponent(() => import('../features/account/PasswordPage.tsx'), 'PasswordPage') }),
  createRoute({ ...at('/work'), component: lazyRouteComponent(() => import('../features/work/WorkPage.tsx'), 'WorkPage') }),
  createRoute({ ...at('/work/$caseId'), component: lazyRouteComponent(() => import('../features/work/MatterPage.tsx'), 'MatterPage') }),
  createRoute({ ...at('/on-the-spot'), component: lazyRouteComponent(() => import('../features/work/OnSpotPage.tsx'), 'OnSpotPage') }),
])

export const router = createRouter({
  routeTree,
  defaultPendingComponent: () => <Skeleton />,
  defaultErrorComponent: BrokenPage,
  defaultPreload: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
