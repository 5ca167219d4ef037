import { type OpenRecord, saidOf, sayingOf } from '../commands/regroup.ts'
import { hidden, masked } from '../domain/masked.ts'
import { type FieldName, fieldNames, fieldSay, sealedFields } from '../domain/person.ts'
import { type Source, trustIn } from '../domain/sources.ts'
import { becauseSay, type Claim, winner } from '../domain/winner.ts'
import type { Say } from '#platform/refusal'

/** One field of a person for a screen: what was taken, from where, why, and what others say. */
export interface FieldView {
  readonly field: FieldName
  readonly say: Say
  readonly value: string
  readonly source: Say
  readonly asOf: string
  readonly trust: number
  readonly because: Say
  /** May be shown in the clear, for a purpose. */
  readonly sealed: boolean
  readonly others: readonly { readonly value: string; readonly source: Say; readonly asOf: string; readonly trust: number }[]
}

/** Ethnicity is a share of an area and nobody's label; a household has its own part of the page. */
const shown = fieldNames.filter((field) => field !== 'ethnicity' && field !== 'household')

export const sexSay: Readonly<Record<string, string>> = { female: '女 F', male: '男 M' }

export const sourceSay = (source: Source | undefined, code: string): Say => ({ zh: source?.name ?? code, en: source?.nameEn ?? code })

function claimsFor(field: FieldName, records: readonly OpenRecord[], sources: ReadonlyMap<string, Source>): Claim[] {
  return records.flatMap((one) => {
    const value = saidOf(one)[field]
    const saying = sayingOf(one, sources)
    return value === undefined ? [] : [{ ...saying, trust: trustIn(saying.trust, field), value }]
  })
}

/** The fields of a person with the reasons for each; a child's stay hidden. */
export function fieldViews(
  records: readonly OpenRecord[],
  sources: ReadonlyMap<string, Source>,
  areas: ReadonlyMap<string, string>,
  isHidden: boolean,
): FieldView[] {
  const plain = (field: FieldName, value: string): string => {
    if (field === 'area') return areas.get(value) ?? value
    if (isHidden) return hidden
    return field === 'sex' ? (sexSay[value] ?? value) : masked(field, value)
  }
  return shown.flatMap((field) => {
    const claims = claimsFor(field, records, sources)
    const best = winner(claims)
    if (!best) return []
    const view = (claim: Claim) => ({
      value: plain(field, claim.value),
      source: sourceSay(sources.get(claim.source), claim.source),
      asOf: claim.asOf,
      trust: claim.trust,
    })
    const others = claims.filter((claim) => claim.record !== best.claim.record).map(view)
    const sealed = (sealedFields as readonly string[]).includes(field)
    return [{ field, say: fieldSay[field], ...view(best.claim), because: becauseSay[best.because], sealed, others }]
  })
}
