import { wallOf } from '@linli/ui'
import type { WorkRow } from '../../api-types.ts'
import type { worklistWords } from './words.ts'

export type GroupName = Extract<keyof typeof worklistWords, `group${string}`>

/** Under which heading a matter stands: by the city's calendar, not by hours. */
export function groupOf(dueAt: string | null, now: Date): GroupName {
  if (dueAt === null) return 'groupNone'
  if (Date.parse(dueAt) <= now.getTime()) return 'groupLate'
  const days = wallOf(dueAt).serial - wallOf(now).serial
  if (days <= 0) return 'groupToday'
  if (days === 1) return 'groupTomorrow'
  return days <= 7 ? 'groupWeek' : 'groupLater'
}

/** The list under its headings, in the order in which the server sends it. */
export function grouped<T extends { readonly dueAt: string | null }>(
  items: readonly T[],
  now: Date,
): readonly { readonly name: GroupName; readonly items: readonly T[] }[] {
  const groups = new Map<GroupName, T[]>()
  for (const item of items) {
    const name = groupOf(item.dueAt, now)
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups].map(([name, found]) => ({ name, items: found }))
}

/** What a row stands for. */
export type Pointed = Pick<WorkRow, 'noun' | 'id' | 'caseId'>

/** One matter of a list in an address: `order:<id>:<case id>`. */
export const keyOf = (item: Pointed): string => `${item.noun}:${item.id}:${item.caseId}`

/** What an address points at, whether it is still in the list or not. */
export function pointedAt(at: string | undefined): Pointed | undefined {
  const [noun, id, caseId] = at?.split(':') ?? []
  return (noun === 'case' || noun === 'order') && id && caseId ? { noun, id, caseId } : undefined
}
