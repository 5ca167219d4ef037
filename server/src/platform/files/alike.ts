import type { Context } from '../context.ts'
import { regionOf } from '../ids.ts'

/** Two photos whose hashes differ in at most this many of 64 bits are taken for the same picture (measured: docs/decisions/0009-same-picture.md). */
export const likeBits = 7

/** A photo and an earlier one that looks like it. */
export interface Alike {
  readonly id: string
  readonly like: string
  readonly noun: string
  readonly nounId: string
  /** How many of 64 bits differ. */
  readonly bits: number
  /** When the earlier one was taken in. */
  readonly at: Date
}

const most = 20

/**
 * For each of these photos the earlier ones of any noun that look like it, the most alike first: the same picture saved again, made
 * smaller, darker, lighter or cropped. A picture without any structure (a wall, the night) is like all of its kind and is left out. Found by the bands of their hashes (index photo_bands); nothing is compared one by one.
 */
export async function alikePhotos(ctx: Context, ids: readonly string[]): Promise<Alike[]> {
  if (ids.length === 0) return []
  return ctx.db.query<Alike>({
    name: 'photos.like',
    text: `select q.id, l.id as "like", l.noun, l.noun_id as "nounId", l.bits, l.created_at as at
      from unnest($1::text[], $2::uuid[]) as asked(region, id)
      join files.photo q on q.region = asked.region and q.id = asked.id
      cross join lateral (
        select p.id, p.noun, p.noun_id, p.created_at, files.likeness(q.look, p.look || p.frames) as bits
        from files.photo p
        where p.bands && files.near_bands(q.look) and p.id <> q.id and p.created_at <= q.created_at
          and bit_count(q.look) between 6 and 58 and p.noun_id is not null and p.noun <> 'removed' and files.likeness(q.look, p.look || p.frames) <= ${likeBits}
        order by 5, p.created_at limit ${most}) l
      order by q.id, l.bits, l.created_at`,
    values: [ids.map((id) => regionOf(id)), ids],
  })
}
