import type { Actor, Context } from '../context.ts'
import type { Statement } from '../db.ts'
import { regionOf } from '../ids.ts'
import { refuse } from '../refusal.ts'

/** What screens need to show a photo. */
export interface PhotoCard {
  readonly id: string
  readonly noun_id: string | null
  readonly width: number
  readonly height: number
  readonly released: boolean
}

/** Photos that this actor took, and those taken before signing in (their ids cannot be guessed). */
const ownOrUnsigned = (kind: string, id: string): string =>
  `(p.by_kind = 'visitor' or (p.by_kind = ${kind} and p.by_id is not distinct from ${id}::text))`

/**
 * Checks, before a noun is written, that the photos exist, belong to nothing yet and are this actor's to give.
 * @throws Refusal `files.not-attachable` (422)
 */
export async function checkAttachable(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const regions = ids.flatMap((id) => regionOf(id) ?? [])
  const known = regions.length === ids.length
  const [row] = !known
    ? []
    : await ctx.db.query<{ n: number }>({
        name: 'files.attachable',
        text: `select count(distinct p.id) as n from files.photo p join unnest($1::text[], $2::uuid[]) as asked(region, id) on p.region = asked.region and p.id = asked.id
          where p.noun_id is null and ${ownOrUnsigned('$3', '$4')}`,
        values: [regions, ids, ctx.actor.kind, ctx.actor.id],
      })
  if (row?.n === ids.length) return
  throw refuse('invalid', 'files.not-attachable', {
    zh: '有照片没有上传成功、已过期或已用过，请重新拍照或上传。',
    en: 'A photo was not uploaded, has expired or was used already. Please upload it again.',
  })
}

/**
 * Adds to a change that loose photos now belong to a noun; several nouns fit into one statement. When one went elsewhere meanwhile,
 * the whole statement is undone with SQL state `LL409`.
 */
export function attachPhotosIn(sql: Statement, actor: Actor, noun: string, nounId: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const regions = sql.bind(ids.map((id) => regionOf(id)))
  sql.with(
    `photos_of_${noun}_${regions.slice(1)}`,
    `update files.photo p set noun = ${sql.bind(noun)}, noun_id = files.attach_once(p.noun_id, ${sql.bind(nounId)}::uuid)
     from unnest(${regions}::text[], ${sql.bind(ids)}::uuid[]) as asked(region, id)
     where p.region = asked.region and p.id = asked.id and ${ownOrUnsigned(sql.bind(actor.kind), sql.bind(actor.id))}`,
  )
}

/** Adds to a change that a person lets everybody see these photos of a noun, or takes that back. */
export function releasePhotosIn(sql: Statement, nounId: string, ids: readonly string[], released: boolean): void {
  if (ids.length === 0) return
  const regions = sql.bind(ids.map((id) => regionOf(id)))
  sql.with(
    `released_photos_${regions.slice(1)}`,
    `update files.photo p set released = ${sql.bind(released)}
     from unnest(${regions}::text[], ${sql.bind(ids)}::uuid[]) as asked(region, id)
     where p.region = asked.region and p.id = asked.id and p.noun_id = ${sql.bind(nounId)}::uuid`,
  )
}

/** The photos with these ids, in the order asked for; what does not exist is left out. */
export async function photosOf(ctx: Context, ids: readonly string[]): Promise<PhotoCard[]> {
  if (ids.length === 0) return []
  return ctx.db.query<PhotoCard>({
    name: 'files.cards',
    text: `select p.id, p.noun_id, p.width, p.height, p.released
      from unnest($1::text[], $2::uuid[]) with ordinality as asked(region, id, place) join files.photo p on p.region = asked.region and p.id = asked.id
      order by asked.place`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
}

/** All photos of nouns, oldest first; many nouns at once for lists. */
export async function photosOfNoun(ctx: Context, nounIds: readonly string[]): Promise<PhotoCard[]> {
  if (nounIds.length === 0) return []
  return ctx.db.query<PhotoCard>({
    name: 'files.of-noun',
    text: 'select id, noun_id, width, height, released from files.photo where noun_id = any($1::uuid[]) order by id',
    values: [nounIds],
  })
}
