import type { Entry } from '#modules/directory'
import type { Ground } from './ground/index.ts'
import { officeOf, offices } from './bodies.ts'

/** A rule for the whole city and every severity unless said otherwise. */
function rule(given: Pick<Entry, 'category' | 'lead' | 'basis'> & Partial<Entry>): Entry {
  return { area: '', severity: null, support: [], basisKind: 'townshipList', grassRootsAllowed: true, precedents: [], ...given }
}

const duties = { zh: '演示城市的部门职责', en: 'duties of the departments of the demonstration city' }
const toProperty = { zh: '小事靠物业（演示）', en: 'small matters: the property company (demonstration)' }
const toCommunity = { zh: '大事靠社区（演示）', en: 'larger matters: the community (demonstration)' }
const toCounty = { zh: '无法确定职责单位的，由县区政府兜底', en: 'what no unit is plainly responsible for: the county government' }

/** Small matters of a compound, and matters between neighbours. */
const ofCompounds = ['20003', '20004', '20006', '22005', '22006']
const ofNeighbours = ['22001', '22003', '22004']

/** What a county's departments and utilities lead by their statutes; it never goes down to a community. */
function departmentRules(county: string): Entry[] {
  const by = { area: county, basisKind: 'duties', basis: duties, grassRootsAllowed: false } as const
  return offices.flatMap((office) => office.leads.map((category) => rule({ ...by, category, lead: officeOf(county, office.key) })))
}

/** The demonstration directory: departments by their duties, small matters of a compound to its property company, the rest to the community. */
export function demoRules(ground: Ground): Entry[] {
  const counties = ground.areas.filter((area) => area.level === 'county').map((area) => area.code.slice(0, 6))
  return [
    ...counties.flatMap(departmentRules),
    ...ofCompounds.map((category) => rule({ category, severity: 'small', lead: '@property', basis: toProperty })),
    ...ofNeighbours.map((category) => rule({ category, lead: '@community', basis: toCommunity })),
    rule({ category: '', lead: '@county', basisKind: 'duties', basis: toCounty, grassRootsAllowed: false }),
  ]
}
