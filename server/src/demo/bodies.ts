import type { Role } from '#platform/context'
import type { UnitKind } from '#modules/orgs'
import type { Ground } from './ground/index.ts'
import { CITY } from './ground/index.ts'

/** A unit of the demonstration city. */
export interface DemoUnit {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly nameEn: string
  readonly area: string
  readonly parent: string | null
}

export interface DemoPost {
  readonly role: Role
  readonly org: string
  readonly area: string
}

interface Office {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly kind: UnitKind
  /** Beginnings of class codes that it leads. */
  readonly leads: readonly string[]
}

/** The departments and utilities of every county, with what they lead by their statutes of duties. */
export const offices: readonly Office[] = [
  { key: 'housing', zh: '住房和城乡建设局', en: 'Housing and Construction Bureau', kind: 'department', leads: ['20', '08', '01076', '02012', '02013', '05'] },
  { key: 'urban', zh: '城市管理局', en: 'Urban Management Bureau', kind: 'department', leads: ['01', '02', '03', '06', '07', '09', '10', '21005', '23002', '22002'] },
  { key: 'water', zh: '自来水公司', en: 'Water Company', kind: 'utility', leads: ['21001', '21002', '21003', '01001', '01024', '01025'] },
  { key: 'heating', zh: '供热公司', en: 'Heating Company', kind: 'utility', leads: ['21004', '01010', '01061'] },
  { key: 'power', zh: '供电公司', en: 'Power Company', kind: 'utility', leads: ['21008', '01005', '01028', '01030', '01047', '01048'] },
  { key: 'gas', zh: '燃气公司', en: 'Gas Company', kind: 'utility', leads: ['21006', '21007', '01011', '01049', '01057'] },
  { key: 'telecom', zh: '通信管理办公室', en: 'Telecom Office', kind: 'utility', leads: ['21009', '01007', '01008', '01009', '01027', '01031', '01062', '10002'] },
  { key: 'parks', zh: '园林绿化中心', en: 'Parks Centre', kind: 'institution', leads: ['04', '06017', '06018', '06021', '06022', '06045'] },
  { key: 'police', zh: '公安局', en: 'Public Security Bureau', kind: 'department', leads: ['22', '29002', '29003', '01012', '02014', '09009', '09010'] },
  { key: 'planning', zh: '自然资源局', en: 'Natural Resources Bureau', kind: 'department', leads: ['23', '20009', '06001'] },
  { key: 'transport', zh: '交通运输局', en: 'Transport Bureau', kind: 'department', leads: ['24', '02004', '02005'] },
  { key: 'education', zh: '教育局', en: 'Education Bureau', kind: 'department', leads: ['25'] },
  { key: 'health', zh: '卫生健康局', en: 'Health Bureau', kind: 'department', leads: ['25006', '25007', '25008'] },
  { key: 'labour', zh: '人力资源和社会保障局', en: 'Labour and Social Security Bureau', kind: 'department', leads: ['26'] },
  { key: 'civil', zh: '民政局', en: 'Civil Affairs Bureau', kind: 'department', leads: ['26003', '26004', '26008', '26009'] },
  { key: 'market', zh: '市场监督管理局', en: 'Market Supervision Bureau', kind: 'department', leads: ['27', '09014', '09015'] },
  { key: 'environment', zh: '生态环境局', en: 'Environment Bureau', kind: 'department', leads: ['28001', '28002', '06026', '06027', '06028'] },
  { key: 'farming', zh: '农业农村局', en: 'Agriculture Bureau', kind: 'department', leads: ['28'] },
  { key: 'service', zh: '政务服务局', en: 'Government Service Bureau', kind: 'department', leads: ['29'] },
  { key: 'justice', zh: '司法局', en: 'Justice Bureau', kind: 'department', leads: [] },
]

/** The id of a county's unit. */
export function officeOf(county: string, key: string): string {
  return `${county}-${key}`
}

export const cityGovernment = 'city-government'
export const cityHotline = 'city-hotline'

const scope = (code: string): string => code.replace(/(000)+$/, '')

/** All units, parents first. */
export function demoUnits(ground: Ground): DemoUnit[] {
  const city: DemoUnit[] = [
    { id: cityGovernment, kind: 'government', name: `${CITY.name}人民政府`, nameEn: 'City Government', area: CITY.code, parent: null },
    { id: cityHotline, kind: 'hotlineCentre', name: '市民服务热线中心', nameEn: 'City Hotline Centre', area: CITY.code, parent: cityGovernment },
  ]
  const at = (level: string) => ground.areas.filter((area) => area.level === level)
  const counties = at('county').flatMap((county): DemoUnit[] => {
    const code = scope(county.code)
    const own = { id: officeOf(code, 'government'), kind: 'government', name: `${county.name}人民政府`, nameEn: `${county.name} Government`, area: code, parent: cityGovernment } as const
    const centre = { id: officeOf(code, 'centre'), kind: 'governanceCentre', name: `${county.name}社会治理综合指挥中心`, nameEn: `${county.name} Command Centre`, area: code, parent: own.id } as const
    return [own, centre, ...offices.map((one): DemoUnit => ({ id: officeOf(code, one.key), kind: one.kind, name: `${county.name}${one.zh}`, nameEn: `${county.name} ${one.en}`, area: code, parent: own.id }))]
  })
  const towns = at('town').map((town): DemoUnit => ({ id: scope(town.code), kind: /街道/.test(town.name) ? 'subdistrict' : 'township', name: town.name, nameEn: town.name, area: scope(town.code), parent: officeOf(town.code.slice(0, 6), 'government') }))
  const communities = at('community').flatMap((one): DemoUnit[] => {
    const code = scope(one.code)
    return [
      { id: code, kind: /村/.test(one.name) ? 'village' : 'community', name: one.name, nameEn: one.name, area: code, parent: code.slice(0, 9) },
      { id: `${code}-property`, kind: 'propertyCompany', name: `${one.name.replace(/(社区|村)$/, '')}邻里物业`, nameEn: `${one.name} Property Company`, area: code, parent: null },
    ]
  })
  return [...city, ...counties, ...towns, ...communities]
}

/** All posts: a desk, a handler and a grid's worker are never missing. */
export function demoPosts(ground: Ground): DemoPost[] {
  const at = (level: string) => ground.areas.filter((area) => area.level === level).map((area) => scope(area.code))
  const city: DemoPost[] = [
    ...(['systemAdmin', 'securityAdmin', 'auditAdmin', 'supervisor'] as const).map((role) => ({ role, org: cityGovernment, area: CITY.code })),
    ...(['dispatcher', 'hotlineClerk', 'callbackAgent'] as const).map((role) => ({ role, org: cityHotline, area: CITY.code })),
  ]
  const counties = at('county').flatMap((code): DemoPost[] => [
    { role: 'dispatcher', org: officeOf(code, 'centre'), area: code },
    { role: 'hotlineClerk', org: officeOf(code, 'centre'), area: code },
    { role: 'callbackAgent', org: officeOf(code, 'centre'), area: code },
    { role: 'supervisor', org: officeOf(code, 'government'), area: code },
    { role: 'adjudicator', org: officeOf(code, 'justice'), area: code },
    { role: 'departmentHandler', org: officeOf(code, 'government'), area: code },
    ...offices.flatMap((one): DemoPost[] => [
      { role: 'departmentHandler', org: officeOf(code, one.key), area: code },
      { role: 'departmentLead', org: officeOf(code, one.key), area: code },
    ]),
  ])
  const towns = at('town').map((code): DemoPost => ({ role: 'departmentHandler', org: code, area: code }))
  const communities = at('community').flatMap((code): DemoPost[] => [
    { role: 'communityDesk', org: code, area: code },
    { role: 'gridLeader', org: code, area: code },
    { role: 'departmentHandler', org: `${code}-property`, area: code },
  ])
  const grids = at('grid').map((code): DemoPost => ({ role: 'gridWorker', org: code.slice(0, 12), area: code }))
  return [...city, ...counties, ...towns, ...communities, ...grids]
}
