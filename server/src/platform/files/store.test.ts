import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { diskStore } from './store.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('keeps, replaces, gives and forgets bytes, and leaves no draft behind', async () => {
  const store = diskStore(folder)
  await store.put('photos/ab/abc.jpg', Buffer.from('first'))
  await store.put('photos/ab/abc.jpg', Buffer.from('second'))
  const stream = await store.get('photos/ab/abc.jpg')
  expect(stream && (await buffer(stream)).toString()).toBe('second')
  expect(await readdir(join(folder, 'photos', 'ab'))).toEqual(['abc.jpg'])
  await store.remove('photos/ab/abc.jpg')
  await store.remove('photos/ab/abc.jpg')
  expect(await store.get('photos/ab/abc.jpg')).toBeNull()
})

it('never leaves its folder', async () => {
  const store = diskStore(folder)
  for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a//b', '', 'a/./b', 'a\0b']) {
    await expect(store.put(key, Buffer.from('x'))).rejects.toThrow('not a key')
    await expect(store.get(key)).rejects.toThrow('not a key')
  }
})
