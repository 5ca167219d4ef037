import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { platformWorld, someone } from '../../../../test/platform.ts'
import files from '../module.ts'
import { form, photoWithPlace } from './photo.ts'

const world = platformWorld([files])
let keys = 0

async function upload(who: string | null, bytes: Buffer, more: { path?: string; key?: string | null; name?: string; type?: string } = {}) {
  const { payload, headers } = form(bytes, more.name, more.type)
  const key = more.key === undefined ? `upload-${++keys}` : more.key
  const url = more.path ?? '/api/public/files'
  return world.inject(who, { method: 'POST', url, payload, headers: { ...headers, ...(key !== null && { 'idempotency-key': key }) } })
}

function onDisk(): string[] {
  return readdirSync(join(world.city.config.dataDir, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jpg'),
  )
}

async function rows(): Promise<number> {
  const [row] = await world.db.query<{ n: number }>({ text: 'select count(*) as n from files.photo', values: [] })
  return row?.n ?? -1
}

describe('a visitor uploads a photo', () => {
  it('gets its size and an address that shows it without place or camera', async () => {
    const taken = await photoWithPlace()
    expect((await sharp(taken).metadata()).exif).toBeDefined()
    const answer = await upload(null, taken)
    expect(answer.statusCode).toBe(201)
    const { id, url, width, height } = answer.json<{ id: string; url: string; width: number; height: number }>()
    expect([width, height]).toEqual([640, 480])
    const shown = await world.inject(null, { method: 'GET', url })
    expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined()
    expect(shown.rawPayload.includes('T-1000')).toBe(false)
    const small = await world.inject(null, { method: 'GET', url: `${url}&size=small` })
    expect((await sharp(small.rawPayload).metadata()).width).toBe(480)
    expect((await world.inject(null, { method: 'GET', url: `/api/public/files/${id}` })).statusCode).toBe(404)
    expect((await world.inject(null, { method: 'GET', url: `/api/public/files/${id}?token=wrong` })).statusCode).toBe(404)
  })

  it('gets the same answer again for the same key, and keeps one photo when five arrive at once', async () => {
    const photo = await photoWithPlace(320, 200)
    const [before, filesBefore] = [await rows(), onDisk().length]
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => upload(null, photo, { key: 'five-at-once' })))
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map((answer) => answer.json<{ id: string }>().id)).size).toBe(1)
    expect([(await rows()) - before, onDisk().length - filesBefore]).toEqual([1, 2])
    const other = await upload(null, await photoWithPlace(100, 100), { key: 'five-at-once' })
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([422, 'idempotency.reused'])
  })
})

describe('what is refused leaves nothing behind', () => {
  it.each([
    ['a photo of 30 MB', async () => Buffer.concat([await photoWithPlace(), Buffer.alloc(30 * 1024 * 1024, 1)]), 413, 'files.too-large'],
    ['a renamed executable', async () => Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(9000, 7)]), 422, 'files.not-a-photo'],
    ['a drawing', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'files.not-a-photo'],
    [
      'a photo with a page in it',
      async () => Buffer.concat([await photoWithPlace(), Buffer.from('<script>1</script>')]),
      422,
      'files.not-a-photo',
    ],
    ['half a photo', async () => (await photoWithPlace()).subarray(0, 1200), 422, 'files.unreadable'],
    ['nothing', async () => Buffer.alloc(0), 422, 'files.not-a-photo'],
  ])('%s', async (_, make, status, code) => {
    const [before, filesBefore] = [await rows(), onDisk().length]
    const answer = await upload(null, await make(), { name: 'photo.jpg', type: 'image/jpeg' })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    expect([await rows(), onDisk().length]).toEqual([before, filesBefore])
  })

  it('a request without a file, without a form, or without a key', async () => {
    const bare = await world.inject(null, {
      method: 'POST',
      url: '/api/public/files',
      payload: { file: 'x' },
      headers: { 'idempotency-key': 'k1' },
    })
    expect(bare.statusCode).toBe(400)
    const empty = {
      payload: Buffer.from('--e--\r\n'),
      headers: { 'content-type': 'multipart/form-data; boundary=e', 'idempotency-key': 'k2' },
    }
    const none = await world.inject(null, { method: 'POST', url: '/api/public/files', ...empty })
    expect([none.statusCode, none.json<{ code: string }>().code]).toEqual([400, 'request.no-file'])
    expect((await upload(null, await photoWithPlace(), { key: null })).statusCode).toBe(400)
  })
})

describe('photos of those who are signed in', () => {
  it('are for their own eyes until a noun takes them', async () => {
    world.be('wang', someone('wang', 'gridWorker'))
    world.be('li', someone('li', 'gridWorker'))
    expect((await upload(null, await photoWithPlace(), { path: '/api/files' })).statusCode).toBe(401)
    const answer = await upload('wang', await photoWithPlace(), { path: '/api/files' })
    const { id, url } = answer.json<{ id: string; url: string }>()
    expect(id.slice(15, 18) + id.slice(21, 23)).toBe((990101).toString(16).padStart(5, '0'))
    expect((await world.inject('wang', { method: 'GET', url })).statusCode).toBe(200)
    for (const who of ['li', null]) {
      const shown = await world.inject(who, { method: 'GET', url })
      expect(shown.statusCode).toBe(who === null ? 401 : 404)
    }
    expect((await world.inject('wang', { method: 'GET', url: '/api/files/not-an-id' })).statusCode).toBe(404)
  })
})
