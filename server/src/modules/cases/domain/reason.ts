import type { Say } from '#platform/refusal'

/** Why a person sent a matter elsewhere than the directory suggests. Codes stay in traces for good and are never reworded. */
export const overrides = ['unitAgreed', 'ruledBefore', 'placeDiffers', 'directoryWrong', 'other'] as const
export type Override = (typeof overrides)[number]

export const overrideSay: Readonly<Record<Override, Say>> = {
  unitAgreed: { zh: '对方单位同意接办', en: 'That unit has agreed to take it' },
  ruledBefore: { zh: '同类事已有裁决', en: 'A ruling says so for matters like this' },
  placeDiffers: { zh: '现场或权属与目录说的不同', en: 'Place or ownership differs from what the directory says' },
  directoryWrong: { zh: '目录这条有误，应当修改', en: 'The directory is wrong here and should be mended' },
  other: { zh: '其他，写在给单位的话里', en: 'Another reason, written in the note' },
}

/** What the directory said when a matter was sent: ids and codes alone. */
export interface Suggested {
  readonly edition: number | null
  readonly rule: string | null
  readonly lead: string | null
  readonly support: readonly string[]
  /** The other rules that spoke of it, whom each named, and why it did not decide. */
  readonly others: readonly { readonly rule: string; readonly unit: string | null; readonly because: string }[]
  /** The joint-building agreement that binds the lead (000-05). */
  readonly agreement: string | null
}

/** How a matter came to a unit. */
export type By = 'directory' | 'person' | 'silent' | 'return' | 'ruling'

/** Why an order went where it went; kept in the facts of its first trace row. */
export interface Reason extends Omit<Suggested, 'support'> {
  readonly by: By
  readonly override?: Override
  /** The unit that returned the matter or objected. */
  readonly from?: string
}

function bySuggestion(unit: string, isLead: boolean, suggested: Suggested): By {
  if (isLead ? suggested.lead === unit : suggested.support.includes(unit)) return 'directory'
  return isLead && suggested.lead === null ? 'silent' : 'person'
}

interface Sent {
  readonly unit: string
  readonly isLead: boolean
  readonly override?: Override | undefined
}

/** Why a unit is sent an order at dispatch; null when nobody looked into the directory. */
export function reasonOf({ unit, isLead, override }: Sent, suggested: Suggested | undefined): Reason | null {
  if (!suggested) return null
  const { support: _, ...said } = suggested
  const by = bySuggestion(unit, isLead, suggested)
  return { by, ...said, ...(by === 'person' && override && { override }) }
}

/** Why a unit is sent an order after another one returned it or objected. */
export function reasonOfSendingOn(by: 'return' | 'ruling', from: string, suggested: Suggested | undefined): Reason | null {
  if (!suggested) return null
  const { support: _, ...said } = suggested
  return { by, from, ...said }
}

/** The reason in a trace's facts; null where none was kept. */
export function readReason(facts: Readonly<Record<string, unknown>>): Reason | null {
  const { why } = facts
  return why !== null && typeof why === 'object' && 'by' in why ? (why as Reason) : null
}
