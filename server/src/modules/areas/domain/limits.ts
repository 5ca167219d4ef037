import type { AreaKind } from './area.ts'
import { covers } from './code.ts'

/** How many households a grid of one kind is to have in an area; a place may set its own (001-51). */
export interface SizeLimit {
  readonly area: string
  readonly kind: AreaKind
  readonly least: number
  readonly most: number
}

/** The usual measure where a place has set none: 300–500 to a general grid, 50–80 to a micro grid (rules.md 2.2). */
const USUAL: Partial<Record<AreaKind, { least: number; most: number }>> = {
  general: { least: 300, most: 500 },
  micro: { least: 50, most: 80 },
}

/** The limit for a grid: the one set nearest above it, else the usual one; null where a kind has none. */
export function limitFor(code: string, kind: AreaKind, set: readonly SizeLimit[]): { least: number; most: number } | null {
  const fitting = set.filter((limit) => limit.kind === kind && covers(limit.area, code))
  const nearest = fitting.reduce<SizeLimit | null>((best, limit) => (best && best.area.length >= limit.area.length ? best : limit), null)
  return nearest ?? USUAL[kind] ?? null
}
