import type { Chosen } from '../../catalogue/CategoryField.tsx'

export type Who = 'account' | 'phone' | 'nobody'

/** Where it is: a pin, an area that was chosen or found, and words. */
export interface DraftPlace {
  readonly lon: number
  readonly lat: number
}

export interface DraftArea {
  readonly code: string
  readonly name: string
}

/** A report as it is being made; photos lie beside it. */
export interface ReportDraft {
  readonly text: string
  /** Chosen by the person; null leaves it to the suggestion. */
  readonly category: Chosen | null
  readonly place: DraftPlace | null
  readonly area: DraftArea | null
  /** House, entrance, crossing. */
  readonly address: string
  readonly who: Who
  readonly name: string
  readonly phone: string
  readonly called: boolean
  /** The number of an open matter of which the person says that it is the same. */
  readonly sameAs: string | null
}

export const emptyReport: ReportDraft = {
  text: '',
  category: null,
  place: null,
  area: null,
  address: '',
  who: 'phone',
  name: '',
  phone: '',
  called: false,
  sameAs: null,
}

export const longestText = 4000
export const mostPhotos = 9

export type Lack = 'text' | 'place' | 'phone' | 'phoneShape'

/** A number that can be called back: a mobile phone, or a line with or without its area code. */
export function isPhone(text: string): boolean {
  return /^(1\d{10}|0\d{9,11}|\d{7,8})$/.test(text.replaceAll(/[\s-]/g, ''))
}

/** What is still lacking before it can be sent; a photo never is. */
export function lacksOf(draft: ReportDraft): readonly Lack[] {
  const lacks: Lack[] = []
  if (draft.text.trim().length < 2) lacks.push('text')
  if (!draft.place && !draft.area && draft.address.trim().length < 2) lacks.push('place')
  if (draft.who === 'phone' && draft.phone.trim() === '') lacks.push('phone')
  else if (draft.who === 'phone' && !isPhone(draft.phone.trim())) lacks.push('phoneShape')
  return lacks
}

/** Where it is, as the server takes it: a pin with words, or a chosen area with words, or words alone. */
export function whereOf(said: { place: DraftPlace | null; area: DraftArea | null; address: string }): Record<string, unknown> {
  const words = said.address.trim()
  if (said.place) return { place: { lon: said.place.lon, lat: said.place.lat, source: 'wgs84', ...(words ? { words } : {}) } }
  return { ...(said.area ? { area: said.area.code } : {}), ...(words ? { address: words } : {}) }
}

/** The body of `POST /api/public/cases`: nothing is sent that was not said. */
export function reportBody(draft: ReportDraft): Record<string, unknown> {
  const name = draft.name.trim()
  const reporter = { ...(name ? { name } : {}), phone: draft.phone.replaceAll(/\s/g, '') }
  return {
    text: draft.text.trim(),
    ...(draft.category ? { category: draft.category.code } : {}),
    ...whereOf(draft),
    ...(draft.who === 'phone' ? { reporter } : {}),
    ...(draft.who === 'nobody' ? { anonymous: true } : {}),
    ...(draft.sameAs ? { sameAs: draft.sameAs } : {}),
  }
}

/** First words of a report, for lists on the phone. */
export function titleOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
