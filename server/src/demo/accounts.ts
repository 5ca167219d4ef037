import type { Role } from '#platform/context'
import type { Ground } from './ground/index.ts'
import { CITY } from './ground/index.ts'
import { cityGovernment, cityHotline, officeOf } from './bodies.ts'

/** Everybody's password in the demonstration; a real city has none of these accounts. */
export const demoPassword = 'linli-demo-2026'

/** The key with which the demonstration's Open311 takes reports. */
export const demoApiKey = 'demo'

/** Somebody who can sign in to the demonstration. */
export interface DemoAccount {
  readonly role: Role
  readonly account: string
  readonly name: string
  /** Scope of the post; the whole city for residents. */
  readonly area: string
  /** The unit of the post; null for residents. */
  readonly org: string | null
  readonly phone?: string
}

/** One account a role, then more handlers so that every department's matter can be followed to its end. Names are plainly invented. */
export function demoAccounts(ground: Ground): DemoAccount[] {
  const code = (level: string, at = 0): string =>
    (ground.areas.filter((area) => area.level === level)[at]?.code ?? '').replace(/(000)+$/, '')
  const [county, other, community, grid] = [code('county'), code('county', 1), code('community'), code('grid')]
  const at = (role: Role, account: string, name: string, org: string, area: string): DemoAccount => ({ role, account, name, org, area })
  return [
    { role: 'resident', account: 'resident', name: '演示居民甲', org: null, area: CITY.code, phone: '10000000001' },
    at('gridWorker', 'gridworker', '演示网格员', community, grid),
    at('gridLeader', 'gridleader', '演示网格长', community, community),
    at('communityDesk', 'community', '演示社区受理员', community, community),
    at('hotlineClerk', 'hotline', '演示话务员', officeOf(county, 'centre'), county),
    at('dispatcher', 'dispatcher', '演示调度员', officeOf(county, 'centre'), county),
    at('departmentHandler', 'housing', '演示住建局经办', officeOf(county, 'housing'), county),
    at('departmentLead', 'housinglead', '演示住建局负责人', officeOf(county, 'housing'), county),
    at('adjudicator', 'adjudicator', '演示裁决员', officeOf(county, 'justice'), county),
    at('supervisor', 'supervisor', '演示督办员', officeOf(county, 'government'), county),
    at('callbackAgent', 'callback', '演示回访员', officeOf(county, 'centre'), county),
    at('systemAdmin', 'system', '演示系统管理员', cityGovernment, CITY.code),
    at('securityAdmin', 'security', '演示安全管理员', cityGovernment, CITY.code),
    at('auditAdmin', 'audit', '演示审计管理员', cityGovernment, CITY.code),
    at('peopleKeeper', 'people', '演示人口信息管理员', officeOf(county, 'centre'), county),
    at('statutoryKeeper', 'statutory', '演示法定事项管理员', officeOf(county, 'government'), county),
    at('departmentHandler', 'water', '演示自来水公司经办', officeOf(county, 'water'), county),
    at('departmentHandler', 'urban', '演示城管局经办', officeOf(county, 'urban'), county),
    at('departmentHandler', 'heating', '演示供热公司经办', officeOf(county, 'heating'), county),
    at('departmentHandler', 'property', '演示物业经办', `${community}-property`, community),
    at('dispatcher', 'dispatcher2', '演示调度员（另一县区）', officeOf(other, 'centre'), other),
    at('departmentHandler', 'housing2', '演示住建局经办（另一县区）', officeOf(other, 'housing'), other),
    at('dispatcher', 'citydesk', '演示市级调度员', cityHotline, CITY.code),
    { role: 'resident', account: 'resident2', name: '演示居民乙', org: null, area: CITY.code, phone: '10000000002' },
  ]
}

/** What stands in docs/demo-accounts.json. */
export function accountCards(ground: Ground): { role: Role; account: string; password: string; area: string }[] {
  return demoAccounts(ground).map(({ role, account, area }) => ({ role, account, password: demoPassword, area }))
}
