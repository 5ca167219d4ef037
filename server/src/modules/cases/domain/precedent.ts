import type { Severity } from './case.ts'
import type { ReturnReason } from './order.ts'

/** A ruling on an objection, kept for matters like it (002-74). */
export interface Precedent {
  readonly id: string
  readonly case_id: string
  readonly category: string
  readonly area: string
  readonly severity: Severity | null
  /** Who objected, and on what grounds. */
  readonly unit: string
  readonly reason: ReturnReason | null
  readonly decision: 'insist' | 'redispatch'
  /** Who must handle such a matter, and who need not. */
  readonly decided: string
  readonly relieved: string | null
  /** What was written, masked; null once the reporter was erased. */
  readonly words: string | null
  readonly ruled_at: Date
}

/** County digits of an area code: rulings bind within a county. */
const countyDigits = 6

/** How near another place is: the digits that both codes begin with. */
function shared(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
}

/** The rulings that say most about a matter: the nearest place first, then the newest. Only of the same county. */
export function nearest<P extends Pick<Precedent, 'area' | 'ruled_at'>>(rulings: readonly P[], area: string, most: number): readonly P[] {
  return rulings
    .filter((one) => shared(one.area, area) >= countyDigits)
    .toSorted((a, b) => shared(b.area, area) - shared(a.area, area) || b.ruled_at.getTime() - a.ruled_at.getTime())
    .slice(0, most)
}

/** What keeps rulings from becoming one rule. */
export type Unequal = 'unequal-class' | 'unequal-unit' | 'unequal-county'

/** Whether rulings say the same: one class, one unit, one county; null when they do. */
export function unequal(rulings: readonly Pick<Precedent, 'category' | 'decided' | 'area'>[]): Unequal | null {
  const differs = (of: (one: Pick<Precedent, 'category' | 'decided' | 'area'>) => string): boolean => new Set(rulings.map(of)).size > 1
  if (differs((one) => one.category)) return 'unequal-class'
  if (differs((one) => one.decided)) return 'unequal-unit'
  return differs((one) => one.area.slice(0, countyDigits)) ? 'unequal-county' : null
}
