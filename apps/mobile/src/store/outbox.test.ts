import { expect, test } from 'vitest'
import { Problem } from '@linli/api'
import { asProblem, mayRetry } from '../api/problem.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { bodyOf } from './outbox.ts'
import type { StoredPhoto, Waiting } from './rows.ts'

const photo = (id: string | null): StoredPhoto => ({ key: `key-${id}`, bytes: new ArrayBuffer(1), type: 'image/jpeg', id })
const row = (change: Partial<Waiting>): Waiting => ({
  id: '1',
  key: 'k',
  kind: 'report',
  title: '',
  path: '/api/public/cases',
  body: { text: '路灯不亮' },
  photosAt: null,
  photos: [],
  account: null,
  at: 0,
  state: 'waiting',
  problem: null,
  answer: null,
  seen: false,
  renewed: false,
  ...change,
})

test('the ids of photos go where they belong, beside what was said', () => {
  expect(bodyOf(row({ photos: [photo('a'), photo('b')], photosAt: ['photos'] }))).toEqual({ text: '路灯不亮', photos: ['a', 'b'] })
  const settled = row({ body: { text: '井盖', onSpot: { result: '盖好了' } }, photos: [photo('a')], photosAt: ['onSpot', 'photos'] })
  expect(bodyOf(settled)).toEqual({ text: '井盖', onSpot: { result: '盖好了', photos: ['a'] } })
})

test('a photo that is not yet on the server is not named', () => {
  expect(bodyOf(row({ photos: [photo(null)], photosAt: ['photos'] }))).toEqual({ text: '路灯不亮' })
})

test('the same thing may be sent again only when nothing was decided', () => {
  for (const status of [0, 408, 429, 500, 502, 503]) expect(mayRetry(new Problem(status, {})), String(status)).toBe(true)
  for (const status of [400, 401, 403, 404, 409, 413, 422]) expect(mayRetry(new Problem(status, {})), String(status)).toBe(false)
  expect(mayRetry(new Problem(409, { code: 'idempotency.busy' }))).toBe(true)
  expect(asProblem(new TypeError('x')).code).toBe('face.broken')
})

test('two senders never run at once, and one that fails does not stop the next', async () => {
  const seen: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      seen.push(`${name} begins`)
      await new Promise((done) => setTimeout(done, 5))
      seen.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const all = await Promise.allSettled([oneAtATime(work('a')), oneAtATime(work('b', true)), oneAtATime(work('c'))])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
