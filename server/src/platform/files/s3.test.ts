import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { configuredStore } from './configured.ts'
import { s3Store } from './s3.ts'

/** The one key that the server of this test knows. */
const known = { key: 'S3RVER', secret: 'S3RVER' }

let folder = ''
let server: S3rver
let url = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-s3-'))
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'linli', configs: [] }],
  })
  const { port } = await server.run()
  url = `http://127.0.0.1:${port}/linli`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const opened = (more: object = {}) => configuredStore({ dataDir: folder, objectStore: { url, region: 'us-east-1', ...known, ...more } })

it('keeps, replaces, gives and forgets bytes in a bucket', async () => {
  const store = await opened()
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7) % 251))
  await store.put('photos/ab/abc.jpg', Buffer.from('first'))
  await store.put('photos/ab/abc.jpg', bytes)
  const stream = await store.get('photos/ab/abc.jpg')
  expect(stream && (await buffer(stream)).equals(bytes)).toBe(true)
  await store.remove('photos/ab/abc.jpg')
  await store.remove('photos/ab/abc.jpg')
  expect(await store.get('photos/ab/abc.jpg')).toBeNull()
})

it('gives bytes to a reader who takes longer than the store may', async () => {
  const store = s3Store({ url, region: 'us-east-1', ...known }, 300)
  const bytes = Buffer.alloc(400_000, 'slow')
  await store.put('photos/ab/slow.jpg', bytes)
  const stream = await store.get('photos/ab/slow.jpg')
  await sleep(700)
  expect(stream && (await buffer(stream)).equals(bytes)).toBe(true)
})

it('takes no key that could leave the bucket', async () => {
  const store = await opened()
  for (const key of ['../x', '/x', 'a//b', '', 'a?b']) await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a key')
})

it.each([
  ['a key that the store does not know', { key: 'wrong' }],
  ['a bucket that is not there', { url: 'http://127.0.0.1:1/linli' }],
])('says at the start that %s does not do', async (_name, wrong) => {
  const error: unknown = await opened(wrong).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Refusal)
  expect((error as Refusal).code).toBe('files.store')
})
