import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Desk } from './shell/Desk.tsx'
import { First } from './shell/First.tsx'
import { Lost, Trouble, Wait } from './Fallbacks.tsx'

/** Keeps the named texts of an address and drops everything else. */
function texts<const N extends string>(...names: readonly N[]): (search: Record<string, unknown>) => { [K in N]?: string } {
  return (search) => {
    const kept: { [K in N]?: string } = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value !== '') kept[name] = value
    }
    return kept
  }
}

const root = createRootRoute({ notFoundComponent: Lost })
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk })
const under = () => desk

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('to', 'as', 'refused'),
  component: lazyRouteComponent(() => import('../features/accounts/SignIn.tsx'), 'SignIn'),
})
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../features/entry/Invitation.tsx'), 'Invitation'),
})
const home = createRoute({
  getParentRoute: under,
  path: '/',
  component: First,
})
/** Any other address: the rail stays, so that one finds the way. */
const lost = createRoute({ getParentRoute: under, path: '$', component: Lost })
const list = createRoute({
  getParentRoute: under,
  path: '/list',
  validateSearch: texts('post', 'at'),
  component: lazyRouteComponent(() => import('../features/worklist/MyList.tsx'), 'MyList'),
})
const intake = createRoute({
  getParentRoute: under,
  path: '/intake',
  component: lazyRouteComponent(() => import('../features/intake/Intake.tsx'), 'Intake'),
})
const triage = createRoute({
  getParentRoute: under,
  path: '/dispatch',
  validateSearch: texts('state', 'at', 'area'),
  component: lazyRouteComponent(() => import('../features/triage/Triage.tsx'), 'Triage'),
})
const cases = createRoute({
  getParentRoute: under,
  path: '/cases',
  validateSearch: texts('q', 'state', 'area', 'category', 'unit', 'channel', 'due', 'order'),
  component: lazyRouteComponent(() => import('../features/cases/CaseList.tsx'), 'CaseList'),
})
const oneCase = createRoute({
  getParentRoute: under,
  path: '/cases/$id',
  component: lazyRouteComponent(() => import('../features/cases/CasePage.tsx'), 'CasePage'),
})
const map = createRoute({
  getParentRoute: under,
  path: '/map',
  validateSearch: texts('area', 'at', 'state', 'layer', 'type'),
  component: lazyRouteComponent(() => import('../features/map/CaseMap.tsx'), 'CaseMap'),
})
const components = createRoute({
  getParentRoute: under,
  path: '/components',
  validateSearch: texts('q', 'area', 'type', 'state', 'at'),
  component: lazyRouteComponent(() => import('../features/components/Components.tsx'), 'Components'),
})
const labels = createRoute({
  getParentRoute: under,
  path: '/components/labels',
  validateSearch: texts('q', 'area', 'type', 'state'),
  component: lazyRouteComponent(() => import('../features/components/Labels.tsx'), 'Labels'),
})
const spares = createRoute({
  getParentRoute: under,
  path: '/components/spares',
  validateSearch: texts('area', 'at'),
  component: lazyRouteComponent(() => import('../features/components/Spares.tsx'), 'Spares'),
})
const oneComponent = createRoute({
  getParentRoute: under,
  path: '/components/$id',
  component: lazyRouteComponent(() => import('../features/components/ComponentPage.tsx'), 'ComponentPage'),
})
const figures = createRoute({
  getParentRoute: under,
  path: '/figures',
  validateSearch: texts('set', 'area', 'unit', 'category', 'channel', 'months'),
  component: lazyRouteComponent(() => import('../features/figures/Figures.tsx'), 'Figures'),
})
const inbox = createRoute({
  getParentRoute: under,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/Inbox.tsx'), 'Inbox'),
})
const settings = createRoute({
  getParentRoute: under,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/Settings.tsx'), 'Settings'),
})
const areas = createRoute({
  getParentRoute: under,
  path: '/areas',
  validateSearch: texts('in', 'q', 'at', 'view'),
  component: lazyRouteComponent(() => import('../features/areas/Areas.tsx'), 'Areas'),
})
const orgs = createRoute({
  getParentRoute: under,
  path: '/orgs',
  validateSearch: texts('tab', 'q', 'kind', 'area', 'at'),
  component: lazyRouteComponent(() => import('../features/orgs/Orgs.tsx'), 'Orgs'),
})
const places = createRoute({
  getParentRoute: under,
  path: '/places',
  validateSearch: texts('tab', 'q', 'area', 'kind', 'due', 'at'),
  component: lazyRouteComponent(() => import('../features/places/Places.tsx'), 'Places'),
})
const posts = createRoute({
  getParentRoute: under,
  path: '/posts',
  validateSearch: texts('role', 'area', 'org', 'vacant', 'at'),
  component: lazyRouteComponent(() => import('../features/posts/Posts.tsx'), 'Posts'),
})
const catalogue = createRoute({
  getParentRoute: under,
  path: '/catalogue',
  validateSearch: texts('q', 'enabled', 'at'),
  component: lazyRouteComponent(() => import('../features/catalogue/Catalogue.tsx'), 'Catalogue'),
})
const directory = createRoute({
  getParentRoute: under,
  path: '/directory',
  validateSearch: texts('tab', 'edition', 'view', 'category', 'area', 'at', 'unit', 'from', 'to', 'reason', 'outcome', 'of'),
  component: lazyRouteComponent(() => import('../features/directory/Directory.tsx'), 'Directory'),
})
const accounts = createRoute({
  getParentRoute: under,
  path: '/accounts',
  validateSearch: texts('tab', 'q', 'kind', 'at'),
  component: lazyRouteComponent(() => import('../features/accounts/Accounts.tsx'), 'Accounts'),
})
const calendar = createRoute({
  getParentRoute: under,
  path: '/calendar',
  validateSearch: texts('year'),
  component: lazyRouteComponent(() => import('../features/calendar/Calendar.tsx'), 'Calendar'),
})
const limits = createRoute({
  getParentRoute: under,
  path: '/limits',
  validateSearch: texts('area'),
  component: lazyRouteComponent(() => import('../features/limits/Limits.tsx'), 'Limits'),
})
const draws = createRoute({
  getParentRoute: under,
  path: '/draws',
  validateSearch: texts('at'),
  component: lazyRouteComponent(() => import('../features/draws/Draws.tsx'), 'Draws'),
})
const audit = createRoute({
  getParentRoute: under,
  path: '/audit',
  validateSearch: texts('action', 'actor', 'objectKind', 'objectId'),
  component: lazyRouteComponent(() => import('../features/audit/Audit.tsx'), 'Audit'),
})
const jobs = createRoute({
  getParentRoute: under,
  path: '/jobs',
  validateSearch: texts('at', 'begun'),
  component: lazyRouteComponent(() => import('../features/jobs/GivenUpJobs.tsx'), 'GivenUpJobs'),
})
const answers = createRoute({
  getParentRoute: under,
  path: '/answers',
  validateSearch: texts('at'),
  component: lazyRouteComponent(() => import('../features/answers/Answers.tsx'), 'Answers'),
})
const people = createRoute({
  getParentRoute: under,
  path: '/people',
  validateSearch: texts('tab', 'at', 'purpose', 'area'),
  component: lazyRouteComponent(() => import('../features/people/People.tsx'), 'People'),
})
const sensors = createRoute({
  getParentRoute: under,
  path: '/sensors',
  validateSearch: texts('tab', 'q', 'kind', 'area', 'state', 'trouble', 'case', 'at'),
  component: lazyRouteComponent(() => import('../features/sensors/Sensors.tsx'), 'Sensors'),
})
const imports = createRoute({
  getParentRoute: under,
  path: '/imports',
  validateSearch: texts('at'),
  component: lazyRouteComponent(() => import('../features/imports/Imports.tsx'), 'Imports'),
})
const work = [
  home,
  lost,
  list,
  intake,
  triage,
  cases,
  oneCase,
  map,
  components,
  labels,
  spares,
  oneComponent,
  sensors,
  figures,
  people,
  inbox,
  settings,
] as const
const care = [areas, orgs, places, posts, catalogue, directory, accounts, audit, imports, calendar, limits, draws, answers, jobs] as const
const routeTree = root.addChildren([signIn, invitation, desk.addChildren([...work, ...care])])

export const router = createRouter({
  routeTree,
  basepath: '/desk',
  // Addresses are for people: plain texts, no quotation marks.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const written = new URLSearchParams(search as Record<string, string>).toString()
    return written === '' ? '' : `?${written}`
  },
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: Wait,
  defaultErrorComponent: Trouble,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
