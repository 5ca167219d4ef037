import type { PlaceValue } from '../../parts/pickers/PlaceField.tsx'
import type { intakeWords } from './words.ts'

export type Channel = 'phone' | 'visit' | 'paper' | 'proxy' | 'gridWorker'

/** What stands in the column so far. */
export interface Draft {
  readonly channel: Channel
  readonly phone: string
  readonly name: string
  readonly proxyName: string
  readonly proxyPhone: string
  readonly proxyRelation: string
  readonly consent: boolean
  readonly address: string
  readonly area: string
  readonly place: PlaceValue | null
  readonly text: string
  /** Chosen by hand; else the first suggestion counts. */
  readonly category: string
  readonly photos: readonly string[]
  readonly settled: boolean
  readonly result: string
  /** The number of an open matter of which the caller says that it is the same. */
  readonly sameAs: string
}

export const emptyDraft: Draft = {
  channel: 'phone',
  phone: '',
  name: '',
  proxyName: '',
  proxyPhone: '',
  proxyRelation: '',
  consent: false,
  address: '',
  area: '',
  place: null,
  text: '',
  category: '',
  photos: [],
  settled: false,
  result: '',
  sameAs: '',
}

type Missing = Partial<Record<keyof Draft, keyof typeof intakeWords>>

/** What must still be said before it can be taken in. */
export function missingIn(draft: Draft): Missing {
  const missing: Missing = {}
  if (draft.text.trim().length < 2) missing.text = 'whatNeeded'
  if (draft.channel === 'proxy' && !draft.consent) missing.consent = 'consentNeeded'
  return missing
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

function without<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** The request. `suggested` is the category that the words suggest, used when none was chosen. */
export function bodyOf(draft: Draft, suggested: string | undefined): Record<string, unknown> {
  const reporter = without({ name: given(draft.name), phone: given(draft.phone) })
  const proxy = { name: draft.proxyName.trim(), phone: draft.proxyPhone.trim(), relation: draft.proxyRelation.trim(), consent: true }
  return without({
    channel: draft.channel,
    text: draft.text.trim(),
    category: given(draft.category) ?? suggested,
    address: given(draft.address),
    area: given(draft.area),
    place: draft.place ?? undefined,
    reporter: Object.keys(reporter).length > 0 ? reporter : undefined,
    proxy: draft.channel === 'proxy' ? proxy : undefined,
    photos: draft.photos.length > 0 ? draft.photos : undefined,
    sameAs: draft.settled ? undefined : given(draft.sameAs),
    onSpot: draft.settled && given(draft.result) ? { result: draft.result.trim() } : undefined,
  })
}
