import type { Schemas } from '@linli/api'
import { fieldsOf } from '@linli/ui'
import type { Answers, Field, JsonSchema, Tone } from '@linli/ui'

export type ComponentRow = Schemas['ComponentRow']
export type ComponentView = Schemas['Component']
export type ComponentCounts = Schemas['ComponentCounts']
type Offer = ComponentView['offered'][number]

const tones: Readonly<Record<string, Tone>> = { intact: 'done', damaged: 'late', lost: 'late', abandoned: 'paused', removed: 'paused' }

/** How a state looks. */
export const toneOf = (state: string): Tone => tones[state] ?? 'waiting'

/** A code in the groups in which it is printed: county, type, number. */
export const spaced = (code: string): string => `${code.slice(0, 6)} ${code.slice(6, -6)} ${code.slice(-6)}`

/** Lines come from files; nobody draws one in a form. */
const drawn = (field: Field): boolean => field.name !== 'line'

/** The questions of a move. */
export const fieldsFor = (offer: Offer): Field[] => fieldsOf(offer.asks as JsonSchema | null).filter(drawn)

const body = (of: ComponentView['owner']): Answers | undefined =>
  of ? { name: of.name, ...(of.uscc !== '' && { uscc: of.uscc }), ...(of.phone !== null && { phone: of.phone }) } : undefined

/** What is said of a component now, to begin a change with. */
export function answersOf(one: ComponentView): Answers {
  return {
    name: one.name,
    owner: body(one.owner),
    keeper: body(one.keeper),
    supervisor: body(one.supervisor),
    placeWords: one.placeWords ?? undefined,
    unitGrid: one.unitGrid ?? undefined,
    since: one.since,
    dataOrigin: one.dataOrigin ?? undefined,
    remark: one.remark ?? undefined,
    dwelling: one.dwelling ?? undefined,
  }
}

/** What an amendment says: what was left as it was is not sent, what was emptied is sent as null. */
export function changesOf(typed: Readonly<Record<string, unknown>>, one: ComponentView): Record<string, unknown> {
  const before = answersOf(one) as Record<string, unknown>
  const changed = Object.entries(typed).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]))
  const emptied = Object.keys(before).filter(
    (name) => before[name] !== undefined && typed[name] === undefined && name !== 'name' && name !== 'since',
  )
  return { ...Object.fromEntries(changed), ...Object.fromEntries(emptied.map((name) => [name, null])) }
}
