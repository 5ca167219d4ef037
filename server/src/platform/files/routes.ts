import { z } from 'zod'
import type { Context } from '../context.ts'
import { readUpload } from '../http/upload.ts'
import { regionOf } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { created, type Http, type Made, route } from '../route.ts'
import { photoSizes, type PhotoSize } from './photos.ts'
import { largestPhoto, savePhoto, tooLarge } from './save.ts'

const Upload = z.object({ id: z.uuid(), url: z.string(), width: z.number().int(), height: z.number().int() }).meta({ id: 'Upload' })

const Id = z.strictObject({ id: z.string().max(64) })
const Size = z.enum(photoSizes).default('full')

/** Lets who has just sent a photo look at it before it belongs to anything; derived, so nothing is stored. */
function ownToken(ctx: Context, id: string): string {
  return ctx.city.vault.digest('files.own', id).toString('base64url').slice(0, 32)
}

async function take(ctx: Context, http: Http, url: (id: string) => string): Promise<Made> {
  const bytes = await readUpload(http, largestPhoto)
  if (!bytes) throw tooLarge()
  const { id, width, height } = await savePhoto(ctx, bytes)
  return created(id, { id, url: url(id), width, height })
}

interface Found {
  readonly key: string
  readonly by_kind: string
  readonly by_id: string | null
  readonly noun: string | null
  readonly noun_id: string | null
  readonly released: boolean
}

async function find(ctx: Context, id: string): Promise<Found | null> {
  const region = regionOf(id)
  if (!region) return null
  const [row] = await ctx.db.query<Found>({
    name: 'files.find',
    text: 'select key, by_kind, by_id, noun, noun_id, released from files.photo where region = $1 and id = $2',
    values: [region, id],
  })
  return row ?? null
}

/** Another's photo and no photo are the same answer. */
async function show(ctx: Context, http: Http, photo: Found | null, size: PhotoSize): Promise<undefined> {
  const stream = photo && (await ctx.city.files.open(photo.key, size))
  if (!stream)
    throw refuse('missing', 'files.missing', { zh: '没有这张照片，或您不能查看。', en: 'There is no such photo, or you may not see it.' })
  http.header('cache-control', 'private, max-age=300')
  http.header('content-disposition', 'inline; filename="photo.jpg"')
  http.header('content-security-policy', "default-src 'none'; sandbox")
  http.send('image/jpeg', stream)
  return undefined
}

async function forAccount(ctx: Context, photo: Found | null, id: string): Promise<Found | null> {
  if (!photo) return null
  if (photo.released) return photo
  if (!photo.noun || !photo.noun_id) return photo.by_id !== null && photo.by_id === ctx.actor.id ? photo : null
  const allowed = await ctx.city.files.readers.get(photo.noun)?.account(ctx, photo.noun_id, id)
  return allowed ? photo : null
}

async function forLink(ctx: Context, photo: Found | null, id: string, token: string | undefined): Promise<Found | null> {
  if (!photo) return null
  if (photo.released) return photo
  if (!token) return null
  if (!photo.noun || !photo.noun_id) return photo.by_kind === 'visitor' && token === ownToken(ctx, id) ? photo : null
  const allowed = await ctx.city.files.readers.get(photo.noun)?.link(ctx, photo.noun_id, token, id)
  return allowed ? photo : null
}

/** Routes of photos: send one in, look at one. */
export const fileRoutes = [
  route({
    method: 'post',
    path: '/api/public/files',
    operation: 'uploadPublicPhoto',
    tag: 'files',
    say: {
      zh: '上传一张照片（无需登录），24 小时内随诉求一起提交',
      en: 'Upload a photo without signing in; it is kept 24 hours until a report takes it',
    },
    access: 'public',
    scope: 'none',
    answers: { 201: Upload },
    write: 'statement',
    multipart: true,
    limit: 30,
    handle: (ctx, { http }) => take(ctx, http, (id) => `/api/public/files/${id}?token=${ownToken(ctx, id)}`),
  }),
  route({
    method: 'post',
    path: '/api/files',
    operation: 'uploadPhoto',
    tag: 'files',
    say: { zh: '上传一张照片', en: 'Upload a photo' },
    access: 'signedIn',
    scope: 'none',
    answers: { 201: Upload },
    write: 'statement',
    multipart: true,
    limit: 120,
    handle: (ctx, { http }) => take(ctx, http, (id) => `/api/files/${id}`),
  }),
  route({
    method: 'get',
    path: '/api/files/{id}',
    operation: 'getPhoto',
    tag: 'files',
    say: { zh: '查看一张有权查看的照片', en: 'Look at a photo that you may see' },
    access: 'signedIn',
    scope: 'area',
    params: Id,
    query: z.strictObject({ size: Size }),
    answers: { 200: null },
    handle: async (ctx, { params, query, http }) =>
      show(ctx, http, await forAccount(ctx, await find(ctx, params.id), params.id), query.size),
  }),
  route({
    method: 'get',
    path: '/api/public/files/{id}',
    operation: 'getPublicPhoto',
    tag: 'files',
    say: { zh: '凭秘密链接查看照片，或查看已公开的照片', en: 'Look at a photo by the secret link, or at one that was released' },
    access: 'public',
    scope: 'none',
    params: Id,
    query: z.strictObject({ size: Size, token: z.string().max(128).optional() }),
    answers: { 200: null },
    limit: 300,
    handle: async (ctx, { params, query, http }) =>
      show(ctx, http, await forLink(ctx, await find(ctx, params.id), params.id, query.token), query.size),
  }),
]
