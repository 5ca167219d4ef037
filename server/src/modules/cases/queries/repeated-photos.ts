import type { z } from 'zod'
import { type Context, holds, type Role } from '#platform/context'
import { type Alike, alikePhotos, photosOfNoun } from '#platform/files'
import { regionOf } from '#platform/ids'
import type { Say } from '#platform/refusal'
import type { Case } from '../domain/case.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { isSameWork, type Other } from '../domain/same-picture.ts'
import { sees } from '../domain/policy.ts'
import type { LikenessView } from '../http/views.ts'

/** Those who judge evidence, as long as they had no part in handling. */
const judges: readonly Role[] = ['gridWorker', 'gridLeader', 'communityDesk', 'dispatcher', 'supervisor', 'callbackAgent', 'adjudicator']

/** The other matters whose photos look alike, with what is needed to say whether this person may see them. */
async function othersOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Other>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.query<Other>({
    name: 'case.alike-others',
    text: `select c.id, c.number, c.area, c.reporter_account, c.subject_id, c.continued_in, c.photos,
        array(select unit from cases.work_order o where o.region = c.region and o.case_id = c.id) as units
      from unnest($1::text[], $2::uuid[]) as asked(region, id) join cases."case" c on c.region = asked.region and c.id = asked.id`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

const here: Say = { zh: '这张与本件先前的照片是同一张', en: 'The same picture as an earlier one of this matter' }
const hidden: Say = { zh: '这张在另一件事里用过', en: 'This picture was used before on another matter' }
const known = (number: string): Say => ({ zh: `这张在 ${number} 里用过`, en: `This picture was used before on ${number}` })

interface Repeat {
  readonly alike: Alike
  /** Null when the earlier picture belongs to the same matter. */
  readonly other: Other | null
}

/** Earlier pictures that photos of this matter repeat; those of one and the same work left out. */
export async function repeatsOf(ctx: Context, noun: Case): Promise<Repeat[]> {
  const ids = (await photosOfNoun(ctx, [noun.id])).map((photo) => photo.id)
  const found = (await alikePhotos(ctx, ids)).filter((one) => one.noun === 'case')
  const others = await othersOf(ctx, [...new Set(found.map((one) => one.nounId).filter((id) => id !== noun.id))])
  return found.flatMap((alike): Repeat[] => {
    if (alike.nounId === noun.id) return noun.photos.includes(alike.id) ? [] : [{ alike, other: null }]
    const other = others.get(alike.nounId)
    return !other || isSameWork(noun, other, alike) ? [] : [{ alike, other }]
  })
}

/** What is said beside the photos to those who verify; the number of another matter only to those who may see it too. */
export async function likenessOf(ctx: Context, { noun }: CaseMatter): Promise<z.infer<typeof LikenessView>[]> {
  const isJudge = holds(ctx.actor, judges, noun.area) !== null && ctx.actor.id !== null && !noun.handlers.includes(ctx.actor.id)
  if (!isJudge) return []
  const seen = new Set<string>()
  return (await repeatsOf(ctx, noun)).flatMap(({ alike, other }) => {
    const key = `${alike.id} ${alike.nounId}`
    if (seen.has(key)) return []
    seen.add(key)
    const mayOpen = other === null || sees(ctx.actor, { ...noun, ...other }, other.units)
    return [
      {
        photo: alike.id,
        at: alike.at.toISOString(),
        like: mayOpen ? { id: alike.like, url: `/api/files/${alike.like}` } : null,
        matter: other && mayOpen ? { id: other.id, number: other.number } : null,
        say: other === null ? here : mayOpen ? known(other.number) : hidden,
      },
    ]
  })
}
