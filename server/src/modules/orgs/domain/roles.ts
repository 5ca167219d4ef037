import type { Role } from '#platform/context'
import type { Say } from '#platform/refusal'

/** What each role is called. */
export const roleSay: Readonly<Record<Role, Say>> = {
  resident: { zh: '居民', en: 'Resident' },
  gridWorker: { zh: '网格员', en: 'Grid worker' },
  gridLeader: { zh: '网格长', en: 'Grid leader' },
  communityDesk: { zh: '社区受理台', en: 'Community desk' },
  hotlineClerk: { zh: '热线话务员', en: 'Hotline clerk' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  departmentHandler: { zh: '部门承办人', en: 'Department handler' },
  departmentLead: { zh: '部门负责人', en: 'Department lead' },
  adjudicator: { zh: '裁决员', en: 'Adjudicator' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  callbackAgent: { zh: '回访员', en: 'Callback agent' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
  peopleKeeper: { zh: '人口信息管理员', en: 'Keeper of the people register' },
  statutoryKeeper: { zh: '法定事项管理员', en: 'Keeper of statutory matters' },
}

/** Roles that stand on a post; a resident has none. */
export const postRoles = (Object.keys(roleSay) as Role[]).filter((role) => role !== 'resident') as [Role, ...Role[]]

/** The three administrators: nobody may be two of them (GB/T 22239-2019, 三员分立). */
export const adminRoles: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** Posts to which a unit's orders go, best first. */
export const handlingRoles: readonly Role[] = ['departmentHandler', 'communityDesk', 'gridLeader', 'gridWorker', 'departmentLead']

/** Posts that take part in handling; whoever calls back holds none of them, so that nobody asks about their own work (rules.md, roles). */
const takingPart: readonly Role[] = [...handlingRoles, 'dispatcher', 'hotlineClerk']

function asksAboutOwnWork(roles: readonly Role[]): boolean {
  return roles.includes('callbackAgent') && roles.some((role) => takingPart.includes(role))
}

/** Whether somebody who holds `held` may also hold `wanted`: an administrator holds nothing else, and who calls back has no part in handling. */
export function mayAlsoHold(held: readonly Role[], wanted: Role): boolean {
  const others = held.filter((role) => role !== wanted)
  if (asksAboutOwnWork([...others, wanted])) return false
  return adminRoles.includes(wanted) ? others.length === 0 : !others.some((role) => adminRoles.includes(role))
}

/** The readable id of a post. */
export function postId(role: Role, org: string, area: string): string {
  return `${role}:${org}:${area}`
}
