import type { Say } from '#platform/refusal'

/** The four links of the chain of duty 县级统筹、部门协同、街道主抓、社区落实 (002-02). */
export const dutyLevels = {
  county: { zh: '县级统筹', en: 'The county coordinates' },
  department: { zh: '部门协同', en: 'Departments work together' },
  subdistrict: { zh: '街道主抓', en: 'The subdistrict leads' },
  community: { zh: '社区落实', en: 'The community carries out' },
} as const satisfies Record<string, Say>
export type DutyLevel = keyof typeof dutyLevels
export const dutyLevelCodes = Object.keys(dutyLevels) as [DutyLevel, ...DutyLevel[]]

export interface DutyRow {
  readonly area: string
  readonly level: DutyLevel
  readonly unit: string
}

/** A link of the chain: who answers for an area, and in how many areas within it somebody else is named. */
export interface DutyLink {
  readonly units: readonly string[]
  readonly below: number
}

/** Who answers for a code at each level: the units of the longest scope around it that names any. */
export function chainFor(code: string, rows: readonly DutyRow[]): Record<DutyLevel, DutyLink> {
  const linkOf = (level: DutyLevel): DutyLink => {
    const named = rows.filter((row) => row.level === level)
    const around = named.filter((row) => code.startsWith(row.area))
    const longest = Math.max(0, ...around.map((row) => row.area.length))
    const below = new Set(named.map((row) => row.area).filter((area) => area !== code && area.startsWith(code)))
    return { units: around.filter((row) => row.area.length === longest).map((row) => row.unit), below: below.size }
  }
  return { county: linkOf('county'), department: linkOf('department'), subdistrict: linkOf('subdistrict'), community: linkOf('community') }
}
