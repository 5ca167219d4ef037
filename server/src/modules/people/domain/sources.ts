import type { FieldName } from './person.ts'

/** How far a department is believed, 0 to 100: by field where it differs, else by `all`. */
export type Trust = Readonly<Partial<Record<FieldName | 'all', number>>>

export interface Source {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly trust: Trust
}

const middle = 50

/** Of a source for a field. */
export const trustIn = (trust: Trust, field: FieldName): number => trust[field] ?? trust.all ?? middle

const source = (code: string, name: string, nameEn: string, trust: Trust): Source => ({ code, name, nameEn, trust })
/** Who sees papers when enrolling somebody, and rarely hears when they move. */
const papers: Trust = { all: 60, name: 75, idNumber: 75, born: 75, phone: 55, address: 50 }

/** The 26 departments that send records, as a city begins; a city changes names and trust. There is none for petitions, courts or faith. */
export const firstSources: readonly Source[] = [
  source('police', '公安局（户籍）', 'Public Security, household register', {
    all: 80,
    name: 95,
    idNumber: 95,
    born: 95,
    sex: 95,
    ethnicity: 95,
    household: 95,
    phone: 40,
    address: 70,
  }),
  source('community', '社区（网格走访）', 'Communities, visits', { all: 60, phone: 85, address: 85, area: 90 }),
  source('civil', '民政局', 'Civil Affairs', { ...papers, phone: 65 }),
  source('labour', '人力资源和社会保障局', 'Labour and Social Security', papers),
  source('insurance', '医疗保障局', 'Medical Insurance', papers),
  source('health', '卫生健康委', 'Health Commission', { ...papers, phone: 65 }),
  source('education', '教育局', 'Education', { ...papers, phone: 65 }),
  source('veterans', '退役军人事务局', 'Veterans Affairs', papers),
  source('disabled', '残疾人联合会', 'Disabled Persons’ Federation', papers),
  source('justice', '司法局', 'Justice Bureau', papers),
  source('housing', '住房和城乡建设局', 'Housing and Construction', { ...papers, address: 65 }),
  source('provident', '住房公积金中心', 'Housing Provident Fund', papers),
  source('farming', '农业农村局', 'Agriculture', papers),
  source('revival', '乡村振兴部门', 'Rural Revival', papers),
  source('market', '市场监督管理局', 'Market Supervision', papers),
  source('transport', '交通运输局', 'Transport', papers),
  source('tax', '税务局', 'Tax', papers),
  source('women', '妇女联合会', 'Women’s Federation', papers),
  source('youth', '共青团', 'Youth League', papers),
  source('union', '总工会', 'Trade Unions', papers),
  source('ethnic', '民族事务部门', 'Ethnic Affairs', { ...papers, ethnicity: 85 }),
  source('emergency', '应急管理局', 'Emergency Management', papers),
  source('culture', '文化旅游局', 'Culture and Tourism', papers),
  source('resources', '自然资源局', 'Natural Resources', { ...papers, address: 65 }),
  source('organisation', '组织部门', 'Organisation Department', papers),
  source('service', '政务服务局', 'Government Service', { ...papers, phone: 70 }),
]
