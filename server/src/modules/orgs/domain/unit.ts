import type { Say } from '#platform/refusal'

/** How near the ground a unit stands; the dispatch directory refuses to send a department's matter further down (国办函〔2025〕66号). */
export const levels = ['department', 'subdistrict', 'community', 'grid', 'company'] as const
export type Level = (typeof levels)[number]

interface KindSpec {
  readonly say: Say
  readonly level: Level
  /** Height in the party tree; null for other kinds. */
  readonly party: number | null
}

const kind = (zh: string, en: string, level: Level, party: number | null = null): KindSpec => ({ say: { zh, en }, level, party })

/** Kinds of organisation. Identifiers: glossary.md. */
export const kinds = {
  government: kind('政府', 'Government', 'department'),
  department: kind('职能部门', 'Department', 'department'),
  utility: kind('公用事业单位', 'Utility', 'department'),
  institution: kind('事业单位', 'Public institution', 'department'),
  hotlineCentre: kind('热线中心', 'Hotline centre', 'department'),
  governanceCentre: kind('综治中心', 'Governance centre', 'department'),
  subdistrict: kind('街道', 'Subdistrict', 'subdistrict'),
  township: kind('乡镇', 'Township', 'subdistrict'),
  community: kind('社区', 'Community', 'community'),
  village: kind('行政村', 'Village', 'community'),
  partyMassCentre: kind('党群服务中心', 'Party-mass service centre', 'community'),
  homeownersCommittee: kind('业主委员会', 'Homeowners’ committee', 'community'),
  propertyManagementCommittee: kind('物业管理委员会', 'Property management committee', 'community'),
  socialOrganization: kind('社会组织', 'Social organisation', 'company'),
  nonPublicEnterprise: kind('非公企业', 'Non-public enterprise', 'company'),
  propertyCompany: kind('物业服务企业', 'Property service company', 'company'),
  gridTeam: kind('网格服务队', 'Grid team', 'grid'),
  partyWorkCommittee: kind('党工委', 'Party work committee', 'subdistrict', 5),
  widerPartyCommittee: kind('大党委', 'Wider party committee', 'community', 4),
  partyCommittee: kind('党委', 'Party committee', 'community', 4),
  generalBranch: kind('党总支', 'General branch', 'community', 3),
  branch: kind('党支部', 'Party branch', 'community', 2),
  partyGroup: kind('党小组', 'Party group', 'grid', 1),
} as const satisfies Record<string, KindSpec>

export type UnitKind = keyof typeof kinds
export const unitKinds = Object.keys(kinds) as [UnitKind, ...UnitKind[]]

export function levelOf(unitKind: UnitKind): Level {
  return kinds[unitKind].level
}

export function isParty(unitKind: UnitKind): boolean {
  return kinds[unitKind].party !== null
}

/** Whether a unit of one kind may stand under one of another: a party organisation under a higher or equal one, any other under no party organisation. */
export function mayStandUnder(child: UnitKind, parent: UnitKind): boolean {
  const [low, high] = [kinds[child].party, kinds[parent].party]
  if (low === null || high === null) return low === null && high === null
  return low < high || (low === high && low >= 4)
}

/** Offices in an organisation. */
export const positions = {
  secretary: { zh: '书记', en: 'Secretary' },
  deputySecretary: { zh: '副书记', en: 'Deputy secretary' },
  committeeMember: { zh: '委员', en: 'Committee member' },
  partTimeMember: { zh: '兼职委员', en: 'Part-time committee member' },
  groupLeader: { zh: '组长', en: 'Group leader' },
  director: { zh: '主任', en: 'Director' },
  deputyDirector: { zh: '副主任', en: 'Deputy director' },
  manager: { zh: '经理', en: 'Manager' },
  member: { zh: '成员', en: 'Member' },
} as const satisfies Record<string, Say>
export type Position = keyof typeof positions
export const positionCodes = Object.keys(positions) as [Position, ...Position[]]

/** Which kinds may fill a slot of the 1+3 bodies around a compound (000-23); 物管会 stands where there is no 业委会. */
export const slots = {
  branch: { say: { zh: '小区党支部', en: 'Compound party branch' }, kinds: ['branch', 'generalBranch', 'partyGroup'] },
  homeownersCommittee: {
    say: { zh: '业主委员会', en: 'Homeowners’ committee' },
    kinds: ['homeownersCommittee', 'propertyManagementCommittee'],
  },
  propertyCompany: { say: { zh: '物业公司', en: 'Property company' }, kinds: ['propertyCompany'] },
} as const satisfies Record<string, { say: Say; kinds: readonly UnitKind[] }>
export type Slot = keyof typeof slots
export const slotCodes = Object.keys(slots) as [Slot, ...Slot[]]
