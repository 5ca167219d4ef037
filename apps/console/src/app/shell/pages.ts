import type { IconName } from '@linli/ui'
import type { pageWords } from './words.ts'

export type PagePath =
  | '/list'
  | '/intake'
  | '/dispatch'
  | '/cases'
  | '/map'
  | '/components'
  | '/sensors'
  | '/figures'
  | '/inbox'
  | '/settings'
  | '/areas'
  | '/orgs'
  | '/places'
  | '/posts'
  | '/people'
  | '/catalogue'
  | '/directory'
  | '/imports'
  | '/accounts'
  | '/audit'
  | '/calendar'
  | '/limits'
  | '/draws'
  | '/answers'
  | '/jobs'

export interface PageEntry {
  readonly path: PagePath
  readonly icon: IconName
  readonly words: keyof typeof pageWords
  /** Whose daily work it is: it stands in the rail of these. The server decides who may. */
  readonly roles: readonly string[] | 'all'
  readonly group: 'work' | 'care'
}

const desks = ['communityDesk', 'hotlineClerk', 'gridWorker', 'gridLeader', 'dispatcher']
const handlers = [...desks, 'departmentHandler', 'departmentLead', 'adjudicator', 'supervisor', 'callbackAgent']

/** The rail, from top to bottom. */
export const pages: readonly PageEntry[] = [
  { path: '/list', icon: 'list', words: 'list', roles: handlers, group: 'work' },
  { path: '/intake', icon: 'phone', words: 'intake', roles: desks, group: 'work' },
  { path: '/dispatch', icon: 'send', words: 'dispatch', roles: ['dispatcher', 'communityDesk'], group: 'work' },
  { path: '/cases', icon: 'cases', words: 'cases', roles: handlers, group: 'work' },
  { path: '/map', icon: 'map', words: 'map', roles: handlers, group: 'work' },
  {
    path: '/figures',
    icon: 'figures',
    words: 'figures',
    roles: ['supervisor', 'dispatcher', 'communityDesk', 'departmentLead', 'departmentHandler'],
    group: 'work',
  },
  {
    path: '/people',
    icon: 'people',
    words: 'people',
    roles: ['communityDesk', 'gridWorker', 'gridLeader', 'peopleKeeper', 'auditAdmin', 'supervisor'],
    group: 'work',
  },
  { path: '/inbox', icon: 'bell', words: 'inbox', roles: 'all', group: 'work' },
  { path: '/answers', icon: 'answer', words: 'answers', roles: ['departmentHandler', 'departmentLead', 'communityDesk'], group: 'care' },
  { path: '/areas', icon: 'areas', words: 'areas', roles: 'all', group: 'care' },
  { path: '/orgs', icon: 'orgs', words: 'orgs', roles: 'all', group: 'care' },
  {
    path: '/places',
    icon: 'pin',
    words: 'places',
    roles: ['communityDesk', 'gridWorker', 'gridLeader', 'dispatcher', 'departmentHandler', 'departmentLead', 'supervisor', 'systemAdmin'],
    group: 'care',
  },
  { path: '/posts', icon: 'people', words: 'posts', roles: 'all', group: 'care' },
  { path: '/components', icon: 'lamp', words: 'components', roles: [...handlers, 'systemAdmin'], group: 'care' },
  {
    path: '/sensors',
    icon: 'sensors',
    words: 'sensors',
    roles: ['systemAdmin', 'dispatcher', 'communityDesk', 'gridWorker', 'gridLeader', 'supervisor', 'departmentHandler', 'departmentLead'],
    group: 'care',
  },
  { path: '/catalogue', icon: 'catalogue', words: 'catalogue', roles: ['systemAdmin'], group: 'care' },
  { path: '/directory', icon: 'directory', words: 'directory', roles: ['systemAdmin', ...handlers], group: 'care' },
  { path: '/calendar', icon: 'calendar', words: 'calendar', roles: ['systemAdmin', 'dispatcher', 'supervisor'], group: 'care' },
  { path: '/limits', icon: 'clock', words: 'limits', roles: ['systemAdmin'], group: 'care' },
  { path: '/draws', icon: 'answer', words: 'draws', roles: ['supervisor'], group: 'care' },
  { path: '/imports', icon: 'upload', words: 'imports', roles: ['systemAdmin', 'dispatcher', 'communityDesk'], group: 'care' },
  { path: '/jobs', icon: 'gear', words: 'jobs', roles: ['systemAdmin'], group: 'care' },
  { path: '/accounts', icon: 'key', words: 'accounts', roles: ['securityAdmin'], group: 'care' },
  { path: '/audit', icon: 'eye', words: 'audit', roles: ['auditAdmin'], group: 'care' },
]

export function pagesFor(roles: readonly string[], group: PageEntry['group']): readonly PageEntry[] {
  return pages.filter((page) => page.group === group && (page.roles === 'all' || page.roles.some((role) => roles.includes(role))))
}
