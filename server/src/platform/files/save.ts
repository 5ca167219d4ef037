import { createHash } from 'node:crypto'
import type { Context, Once } from '../context.ts'
import { statement } from '../db.ts'
import { cityRegion, newId, regionOf } from '../ids.ts'
import { earlier, isReplay, onceIn } from '../once.ts'
import { refuse } from '../refusal.ts'
import { isNoRoom, noRoom } from './no-room.ts'

/** Largest photo that is taken in, in bytes. */
export const largestPhoto = 20 * 1024 * 1024

/** What the sender of a photo is told. */
export interface Saved {
  readonly id: string
  /** Pixels, after turning upright and making smaller. */
  readonly width: number
  readonly height: number
}

/** The refusal `files.too-large` (413). */
export function tooLarge(): Error {
  return refuse('tooLarge', 'files.too-large', {
    zh: '照片超过 20 MB，没有保存。请选小一些的照片，或在相机里调低分辨率。',
    en: 'The photo is larger than 20 MB and was not kept. Please choose a smaller one.',
  })
}

/** Mark of a photo whose bytes are still on their way: the sweep removes it when they do not come within an hour. */
const coming = 'removed'

function homeOf(ctx: Context): string {
  const area = ctx.actor.posts[0]?.area ?? ''
  return /^\d{6}/.test(area) ? area.slice(0, 6) : cityRegion
}

/** What the same request made before; a photo that was removed since must be sent again under a new key. */
async function made(ctx: Context, once: Once): Promise<Saved | null> {
  const before = await earlier(ctx.db, once)
  if (!before?.made) return null
  const [row] = await ctx.db.query<Saved>({
    name: 'files.saved',
    text: 'select id, width, height from files.photo where region = $1 and id = $2',
    values: [regionOf(before.made), before.made],
  })
  if (row) return row
  throw refuse('invalid', 'files.expired', {
    zh: '这张照片上传后 24 小时内没有提交，已删除，请重新上传。',
    en: 'This photo was not submitted within 24 hours and was removed. Please upload it again.',
  })
}

interface Kept extends Saved {
  readonly key: string
}

/**
 * Notes the photo as one to be removed, then keeps its bytes: a crash or a full disk leaves nothing that the sweep does not find,
 * and nobody is shown a photo without its bytes.
 * @throws Refusal `files.no-room` (503) when the store cannot take it
 */
async function keep(ctx: Context, bytes: Buffer): Promise<Kept> {
  const photo = await (await import('./develop.ts')).develop(bytes)
  const region = homeOf(ctx)
  const [id, key] = [newId(region, ctx.now), ctx.city.files.newKey()]
  const { width, height, look, frames } = photo
  const sha256 = createHash('sha256').update(bytes).digest()
  await ctx.db.query({
    name: 'files.add',
    text: `insert into files.photo (region, id, key, width, height, sha256, look, by_kind, by_id, created_at, noun, noun_id, frames)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '${coming}', $2, $11)`,
    values: [region, id, key, width, height, sha256, look, ctx.actor.kind, ctx.actor.id, ctx.now, frames],
  })
  try {
    await ctx.city.files.keep(key, photo)
  } catch (error) {
    await removePhotos(ctx, [{ id, key }]).catch(() => undefined) // else the sweep finds it
    throw isNoRoom(error) ? noRoom() : error
  }
  return { id, key, width, height }
}

/** The photo is there from now on, and its request is answered once: one statement. */
async function settle(ctx: Context, kept: Kept, once: Once | null): Promise<void> {
  const sql = statement()
  onceIn(sql, once, 201, kept.id, ctx.now)
  const [region, id] = [sql.bind(regionOf(kept.id)), sql.bind(kept.id)]
  sql.with(
    'settled',
    `update files.photo set noun = null, noun_id = null where region = ${region} and id = ${id}::uuid and noun = '${coming}' returning 1`,
  )
  await ctx.db.query(sql.done('select platform.hold((select count(*) from settled), 1)'))
}

/**
 * Takes a photo in: checked by content, turned upright, re-encoded as JPEG without place, camera or time, with a small copy.
 * It is loose, and removed after 24 hours, until a noun takes it (`attachPhotosIn`). The request's key covers the bytes.
 * @throws Refusal `files.too-large` (413) over 20 MB, `files.not-a-photo` (422), `files.unreadable` (422) when damaged or over
 * 70 million pixels, `files.expired` (422), `files.no-room` (503), `idempotency.reused` (422)
 */
export async function savePhoto(ctx: Context, bytes: Buffer): Promise<Saved> {
  if (bytes.length > largestPhoto) throw tooLarge()
  const once = ctx.once && { ...ctx.once, hash: ctx.city.vault.digest('files.upload', bytes) }
  const before = once && (await made(ctx, once))
  if (before) return before
  const { checkIsPhoto } = await import('./content.ts')
  await checkIsPhoto(bytes)
  const kept = await keep(ctx, bytes)
  try {
    await settle(ctx, kept, once)
    return { id: kept.id, width: kept.width, height: kept.height }
  } catch (error) {
    if (!once || !isReplay(error)) throw error // whether it was written is not known; the sweep removes what was not
    await removePhotos(ctx, [kept])
    const first = await made(ctx, once)
    if (!first) throw error
    return first
  }
}

/** Forgets photos that no noun has: the bytes first, so that no file is left without a row. */
export async function removePhotos(ctx: Context, photos: readonly { readonly id: string; readonly key: string }[]): Promise<void> {
  for (const photo of photos) await ctx.city.files.remove(photo.key)
  const ids = photos.map((photo) => photo.id)
  await ctx.db.query({
    name: 'files.remove',
    text: 'delete from files.photo p using unnest($1::text[], $2::uuid[]) as gone(region, id) where p.region = gone.region and p.id = gone.id',
    values: [ids.map((id) => regionOf(id)), ids],
  })
}

/** Removes every photo of these nouns, for good: the person whose matters they were has been erased. */
export async function removePhotosOfNouns(ctx: Context, nounIds: readonly string[]): Promise<void> {
  const photos = await ctx.db.query<{ id: string; key: string }>({
    name: 'files.keys-of-nouns',
    text: 'select id, key from files.photo where noun_id = any($1::uuid[])',
    values: [nounIds],
  })
  await removePhotos(ctx, photos)
}
