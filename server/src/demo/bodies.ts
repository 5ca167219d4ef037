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
  {
    key: 'housing',
    zh: '住房和城乡建设局',
    en: 'Housing and Construction Bureau',
    kind: 'department',
    leads: ['20', '08', '01076', '02012', '02013', '05'],
  },
  {
    key: 'urban',
    zh: '城市管理局',
    en: 'Urban Management Bureau',
    kind: 'department',
    leads: ['01', '02', '03', '06', '07', '09', '10', '21005', '23002', '22002'],
  },
  { key: 'water', zh: '自来水公司', en: 'Water Company', kind: 'utility', leads: ['21001', '21002', '21003', '01001', '01024', '01025'] },
  { key: 'heating', zh: '供热公司', en: 'Heating Company', kind: 'utility', leads: ['21004', '01010', '01061'] },
  { key: 'power', zh: '供电公司', en: 'Power Company', kind: 'utility', leads: ['21008', '01005', '01028', '01030', '01047', '01048'] },
  { key: 'gas', zh: '燃气公司', en: 'Gas Company', kind: 'utility', leads: ['21006', '21007', '01011', '01049', '01057'] },
  {
    key: 'telecom',
    zh: '通信管理办公室',
    en: 'Telecom Office',
    kind: 'utility',
    leads: ['21009', '01007', '01008', '01009', '01027', '01031', '01062', '10002'],
  },
  { key: 'parks', zh: '园林绿化中心', en: 'Parks Centre', kind: 'institution', leads: ['04', '06017', '06018', '06021', '06022', '06045'] },
  {
    key: 'police',
    zh: '公安局',
    en: 'Public Security Bureau',
    kind: 'department',
    leads: ['22', '29002', '29003', '01012', '02014', '09009', '09010'],
  },
  { key: 'planning', zh: '自然资源局', en: 'Natural Resources Bureau', kind: 'department', leads: ['23', '20009', '06001'] },
  { key: 'transport', zh: '交通运输局', en: 'Transport Bureau', kind: 'department', leads: ['24', '02004', '02005'] },
  { key: 'education', zh: '教育局', en: 'Education Bureau', kind: 'department', leads: ['25'] },
  { key: 'health', zh: '卫生健康局', en: 'Health Bureau', kind: 'department', leads: ['25006', '25007', '25008'] },
  { key: 'labour', zh: '人力资源和社会保障局', en: 'Labour and Social Security Bureau', kind: 'department', leads: ['26'] },
  { key: 'civil', zh: '民政局', en: 'Civil Affairs Bureau', kind: 'department', leads: ['26003', '26004', '26008', '26009'] },
  { key: 'market', zh: '市场监督管理局', en: 'Market Supervision Bureau', kind: 'department', leads: ['27', '09014', '09015'] },
  {
    key: 'environment',
    zh: '生态环境局',
    en: 'Environment Bureau',
    kind: 'department',
    leads: ['28001', '28002', '06026', '06027', '06028'],
  },
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

type Area = Ground['areas'][number]
const at = (ground: Ground, level: Area['level']): Area[] => ground.areas.filter((area) => area.level === level)

const cityUnits: readonly DemoUnit[] = [
  { id: cityGovernment, kind: 'government', name: `${CITY.name}人民政府`, nameEn: 'City Government', area: CITY.code, parent: null },
  {
    id: cityHotline,
    kind: 'hotlineCentre',
    name: '市民服务热线中心',
    nameEn: 'City Hotline Centre',
    area: CITY.code,
    parent: cityGovernment,
  },
]

function countyUnits({ code: full, name }: Area): DemoUnit[] {
  const area = scope(full)
  const unit = (key: string, kind: UnitKind, zh: string, en: string, parent: string): DemoUnit => ({
    id: officeOf(area, key),
    kind,
    name: `${name}${zh}`,
    nameEn: `${name} ${en}`,
    area,
    parent,
  })
  const government = officeOf(area, 'government')
  return [
    unit('government', 'government', '人民政府', 'Government', cityGovernment),
    unit('centre', 'governanceCentre', '社会治理综合指挥中心', 'Command Centre', government),
    ...offices.map((one) => unit(one.key, one.kind, one.zh, one.en, government)),
  ]
}

function townUnit({ code, name }: Area): DemoUnit {
  const area = scope(code)
  return {
    id: area,
    kind: name.includes('街道') ? 'subdistrict' : 'township',
    name,
    nameEn: name,
    area,
    parent: officeOf(code.slice(0, 6), 'government'),
  }
}

function communityUnits({ code, name }: Area): DemoUnit[] {
  const area = scope(code)
  const short = name.replace(/(社区|村)$/, '')
  return [
    { id: area, kind: name.endsWith('村') ? 'village' : 'community', name, nameEn: name, area, parent: area.slice(0, 9) },
    { id: `${area}-property`, kind: 'propertyCompany', name: `${short}邻里物业`, nameEn: `${name} Property Company`, area, parent: null },
  ]
}

/** All units, parents first. */
export function demoUnits(ground: Ground): DemoUnit[] {
  return [
    ...cityUnits,
    ...at(ground, 'county').flatMap(countyUnits),
    ...at(ground, 'town').map(townUnit),
    ...at(ground, 'community').flatMap(communityUnits),
  ]
}

/** All posts: a desk, a handler and a grid's worker are never missing. */
export function demoPosts(ground: Ground): DemoPost[] {
  const codes = (level: Area['level']) => at(ground, level).map((area) => scope(area.code))
  const city: DemoPost[] = [
    ...(['systemAdmin', 'securityAdmin', 'auditAdmin', 'supervisor'] as const).map((role) => ({
      role,
      org: cityGovernment,
      area: CITY.code,
    })),
    ...(['dispatcher', 'hotlineClerk', 'callbackAgent'] as const).map((role) => ({ role, org: cityHotline, area: CITY.code })),
  ]
  const counties = codes('county').flatMap((code): DemoPost[] => [
    { role: 'dispatcher', org: officeOf(code, 'centre'), area: code },
    { role: 'hotlineClerk', org: officeOf(code, 'centre'), area: code },
    { role: 'callbackAgent', org: officeOf(code, 'centre'), area: code },
    { role: 'supervisor', org: officeOf(code, 'government'), area: code },
    { role: 'adjudicator', org: officeOf(code, 'justice'), area: code },
    { role: 'peopleKeeper', org: officeOf(code, 'centre'), area: code },
    { role: 'statutoryKeeper', org: officeOf(code, 'government'), area: code },
    { role: 'departmentHandler', org: officeOf(code, 'government'), area: code },
    ...offices.flatMap((one): DemoPost[] => [
      { role: 'departmentHandler', org: officeOf(code, one.key), area: code },
      { role: 'departmentLead', org: officeOf(code, one.key), area: code },
    ]),
  ])
  const towns = codes('town').map((code): DemoPost => ({ role: 'departmentHandler', org: code, area: code }))
  const communities = codes('community').flatMap((code): DemoPost[] => [
    { role: 'communityDesk', org: code, area: code },
    { role: 'gridLeader', org: code, area: code },
    { role: 'departmentHandler', org: `${code}-property`, area: code },
  ])
  const grids = codes('grid').map((code): DemoPost => ({ role: 'gridWorker', org: code.slice(0, 12), area: code }))
  return [...city, ...counties, ...towns, ...communities, ...grids]
}
