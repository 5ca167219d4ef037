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

/** Who answers for a code at each level: the units of the longest scope around it that names any. */
export function chainFor(code: string, rows: readonly DutyRow[]): Record<DutyLevel, string[]> {
  const chain: Record<DutyLevel, string[]> = { county: [], department: [], subdistrict: [], community: [] }
  for (const level of dutyLevelCodes) {
    const around = rows.filter((row) => row.level === level && code.startsWith(row.area))
    const longest = Math.max(0, ...around.map((row) => row.area.length))
    chain[level] = around.filter((row) => row.area.length === longest).map((row) => row.unit)
  }
  return chain
}
