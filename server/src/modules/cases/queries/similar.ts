import type { z } from 'zod'
import type { Context } from '#platform/context'
import { distance } from '#platform/geo'
import { regionOf } from '#platform/ids'
import { Refusal } from '#platform/refusal'
import { maskFreeText } from '#platform/vault'
import { categoryFor } from '#modules/catalogue'
import { titleOf } from '../domain/case.ts'
import { living } from '../domain/case-life.ts'
import type { SimilarView } from '../http/repeat-views.ts'
import type { Similar } from '../http/schemas.ts'
import { type Place, placed } from '../place.ts'
import { type PublicRequest, publicRequestsByNumber } from './open311.ts'
import { likelySame } from './repeats.ts'

const shown = 3
/** Distances are told in steps of ten metres; to a home they are measured to its rounded place. */
const stepMetres = 10

async function placeOf(ctx: Context, about: z.infer<typeof Similar>): Promise<Place | null> {
  try {
    return await placed(ctx, about)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function metresTo(place: Place, one: PublicRequest): number | null {
  if (place.lon === null || place.lat === null || one.lon === null || one.lat === null) return null
  return Math.round(distance([place.lon, place.lat], [one.lon, one.lat]) / stepMetres) * stepMetres
}

/**
 * Up to three open matters that look like what somebody is about to report, as everybody may know them: class, public place, state, since when,
 * who has it, how many reported it. No word of a reporter, no person. Nothing is found where the place is not known well enough: a suggestion never
 * stands in anybody's way. The cost is that of `likelySame`: parts of the indexes case_place, case_community and case_grams, each bounded.
 */
export async function similarTo(ctx: Context, about: z.infer<typeof Similar>): Promise<z.infer<typeof SimilarView>> {
  const place = await placeOf(ctx, about)
  if (place === null || (place.lon === null && place.area.length < 12)) return { items: [] }
  const { masked } = maskFreeText(about.text)
  const { code } = await categoryFor(ctx, about.category, masked)
  const { words: place_words, ...where } = place
  const asked = {
    ...where,
    id: '',
    title: titleOf(masked),
    text: masked,
    place_words,
    category: code,
    continued_in: null,
    reported_at: ctx.now,
  }
  const found = await likelySame(ctx, asked)
  return { items: await itemsOf(ctx, place, [...found.keys()]) }
}

type Item = z.infer<typeof SimilarView>['items'][number]

/** The first of these matters that are open, in this order, as everybody may know them. */
async function itemsOf(ctx: Context, place: Place, ids: readonly string[]): Promise<Item[]> {
  const rows = await ctx.db.query<{ id: string; number: string; joined: number }>({
    name: 'similar.shown',
    text: 'select id, number, joined from cases."case" where region = any($1::text[]) and id = any($2::uuid[]) and state = any($3::text[])',
    values: [[...new Set(ids.map(regionOf))], ids, living],
  })
  const open = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []).slice(0, shown)
  const requests = await publicRequestsByNumber(
    ctx,
    open.map((row) => row.number),
  )
  return open.flatMap((row) => {
    const one = requests.find((request) => request.number === row.number)
    if (!one) return []
    return [
      {
        number: one.number,
        category: one.category,
        place: one.placeWords ?? one.areaNames[0] ?? '',
        metres: metresTo(place, one),
        stateSay: one.stateSay,
        unit: one.unit,
        reportedAt: one.reportedAt.toISOString(),
        reports: row.joined + 1,
      },
    ]
  })
}
