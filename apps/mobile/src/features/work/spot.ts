import type { Chosen } from '../../catalogue/CategoryField.tsx'
import { type DraftArea, type DraftPlace, whereOf } from '../report/draft.ts'

/** What a grid worker found: settled in the grid (小事一格解决), or passed on to the whole net (大事全网联动). 002-15 */
export interface SpotDraft {
  readonly text: string
  readonly category: Chosen | null
  readonly place: DraftPlace | null
  readonly area: DraftArea | null
  readonly address: string
  readonly end: 'settled' | 'passedOn' | null
  readonly result: string
  readonly phone: string
  readonly name: string
  /** The number of an open matter that is the same; only what is passed on joins it. */
  readonly sameAs: string | null
}

export const emptySpot: SpotDraft = {
  text: '',
  category: null,
  place: null,
  area: null,
  address: '',
  end: null,
  result: '',
  phone: '',
  name: '',
  sameAs: null,
}

export type SpotLack = 'text' | 'place' | 'end' | 'result'

/** What is lacking; a photo and a reporter never are. */
export function spotLacks(draft: SpotDraft): readonly SpotLack[] {
  const lacks: SpotLack[] = []
  if (draft.text.trim().length < 2) lacks.push('text')
  if (!draft.place && !draft.area && draft.address.trim().length < 2) lacks.push('place')
  if (draft.end === null) lacks.push('end')
  if (draft.end === 'settled' && draft.result.trim().length < 2) lacks.push('result')
  return lacks
}

/** The body of `POST /api/cases`; the photos belong to the result when it was settled here. */
export function spotBody(draft: SpotDraft): Record<string, unknown> {
  const phone = draft.phone.replaceAll(/\s/g, '')
  const name = draft.name.trim()
  return {
    channel: 'gridWorker',
    text: draft.text.trim(),
    ...(draft.category ? { category: draft.category.code } : {}),
    ...whereOf(draft),
    ...(phone || name ? { reporter: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(draft.end === 'settled' ? { onSpot: { result: draft.result.trim() } } : {}),
    ...(draft.sameAs && draft.end === 'passedOn' ? { sameAs: draft.sameAs } : {}),
  }
}

/** Where the ids of the photos go. */
export function spotPhotosAt(draft: SpotDraft): readonly string[] {
  return draft.end === 'settled' ? ['onSpot', 'photos'] : ['photos']
}
