import type { Level } from './code.ts'

/**
 * What an area is: a division of the state, or a grid of one of three kinds. general 综合网格 is what the ground is covered with;
 * dedicated 专属网格 (a hospital, a park, a works) lies on it and comes first where a point is located; micro 微网格 lies within
 * a general one and holds no matters (rules.md 2.2).
 */
export const AREA_KINDS = ['division', 'general', 'dedicated', 'micro'] as const
export type AreaKind = (typeof AREA_KINDS)[number]

/** An area without its shape. Dates are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Area {
  /** The scope form: without trailing zero groups. */
  readonly code: string
  readonly name: string
  readonly level: Level
  readonly kind: AreaKind
  readonly parent: string | null
  readonly households: number | null
  /** First day on which it stands. */
  readonly validFrom: string
  /** First day on which it stands no longer; null while no end is known. */
  readonly validTo: string | null
  /** What took its place: one after a merger, several after a split, none where it was simply given up. */
  readonly successors: readonly string[]
}

/** Whether an area stands on a day: `coming` before its first day, `dropped` from its end on. */
export function standing(area: Area, day: string): 'coming' | 'standing' | 'dropped' {
  if (day < area.validFrom) return 'coming'
  return area.validTo !== null && day >= area.validTo ? 'dropped' : 'standing'
}

/**
 * The areas that stand on `day` in the place of a code: itself, or what followed it through any number of mergers.
 * Empty where it is unknown or was given up. Sorted, each once.
 */
export function resolve(find: (code: string) => Area | undefined, code: string, day: string): string[] {
  const seen = new Set<string>()
  const found = new Set<string>()
  const open = [code]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const area = find(next)
    if (!area || seen.has(next)) continue
    seen.add(next)
    if (standing(area, day) === 'dropped') open.push(...area.successors)
    else found.add(next)
  }
  return [...found].sort()
}
