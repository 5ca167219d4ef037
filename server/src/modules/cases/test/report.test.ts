import { beforeAll, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
let place: { lon: number; lat: number }

beforeAll(async () => {
  place = await spotIn(w, grid)
})

interface Receipt {
  readonly id: string
  readonly number: string
  readonly link: string
  readonly code: string
  readonly dueAt: string
  readonly promise: { zh: string }
  readonly emergency: boolean
}

const path = '/api/public/cases'

async function count(): Promise<number> {
  const [row] = await w.db.query<{ n: number }>({ text: 'select count(*) as n from cases."case"', values: [] })
  return row?.n ?? 0
}

it('takes in a report without an account and says number, promise, link and code', async () => {
  const answer = await w.visitor.post(path, { text: '楼道灯坏了三天，老人不敢下楼', place })
  expect(answer.status).toBe(201)
  const receipt = answer.body as Receipt
  expect(receipt.number).toMatch(/^990901-261123-\d{5}-[\dX]$/)
  expect(receipt.dueAt).toBe('2026-11-30T09:00:00.000Z')
  expect(receipt.promise.zh).toContain('11 月 30 日(周一)')
  const followed = await w.visitor.get(`/api/public/follow/${receipt.link.slice(3)}`)
  expect(followed.status).toBe(200)
  expect(followed.body).toMatchObject({ number: receipt.number, state: 'submitted' })
  expect((await w.visitor.get(`/api/public/follow/${receipt.code}`)).body).toMatchObject({ number: receipt.number })
})

it('keeps phones and identity numbers out of the text that is stored in the clear', async () => {
  const answer = await w.visitor.post(path, {
    text: '漏水，打我电话 13812345678，身份证 11010519491231002X',
    place,
    reporter: { phone: '13812345678' },
  })
  const { number } = answer.body as Receipt
  const [row] = await w.db.query<{ text: string; all: string }>({
    text: 'select text, c::text as all from cases."case" c where number = $1',
    values: [number],
  })
  expect(row?.text).not.toContain('13812345678')
  expect(row?.text).not.toContain('11010519491231002X')
  expect(row?.all).not.toContain('13812345678')
})

it('shows number and last digits no more than state, holder and date', async () => {
  const made = (await w.visitor.post(path, { text: '下水道堵了', place, reporter: { phone: '10000001234' } })).body as Receipt
  const found = await w.visitor.post('/api/public/lookup', { number: made.number, phoneLast4: '1234' }, { key: null })
  expect(found.status).toBe(200)
  expect(Object.keys(found.body as object).sort()).toEqual(['dueAt', 'holder', 'number', 'state', 'stateSay'])
  for (let n = 0; n < 5; n++)
    expect((await w.visitor.post('/api/public/lookup', { number: made.number, phoneLast4: '9999' }, { key: null })).status).toBe(404)
  expect(await w.visitor.post('/api/public/lookup', { number: made.number, phoneLast4: '1234' }, { key: null })).toMatchObject({
    status: 429,
    body: { code: 'case.too-many-tries' },
  })
  w.turn(3_600_001)
  expect((await w.visitor.post('/api/public/lookup', { number: made.number, phoneLast4: '1234' }, { key: null })).status).toBe(200)
})

it('says first whom to call when there is danger, and waits at the desk in red', async () => {
  const made = (await w.visitor.post(path, { text: '楼道里有很浓的煤气味，像是漏气了', place })).body as Receipt
  expect(made.emergency).toBe(true)
  const [row] = await w.db.query<{ clocks: { name: string; dueAt: string }[] }>({
    text: 'select clocks from cases."case" where number = $1',
    values: [made.number],
  })
  expect(row?.clocks.find((one) => one.name === 'emergency')?.dueAt).toBe(new Date(w.now().getTime() + 5 * 60_000).toISOString())
})

it('answers five equal requests at once with one case', async () => {
  const before = await count()
  const key = 'five-at-once-0001'
  const all = await Promise.all(Array.from({ length: 5 }, () => w.visitor.post(path, { text: '路灯不亮', place }, { key })))
  expect(all.map((one) => one.status)).toEqual([201, 201, 201, 201, 201])
  expect(new Set(all.map((one) => JSON.stringify(one.body))).size).toBe(1)
  expect(await count()).toBe(before + 1)
  const other = await w.visitor.post(path, { text: '另一件事', place }, { key })
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.reused' } })
  expect(await count()).toBe(before + 1)
})

it.each([
  ['a missing text', {}, 422, 'request.invalid'],
  ['4,001 characters', { text: '灯'.repeat(4001) }, 422, 'request.invalid'],
  ['an unknown field', { text: '灯坏了', colour: 'red' }, 422, 'request.invalid'],
  ['a wrong type', { text: 17 }, 422, 'request.invalid'],
  ['a place outside the city', { text: '灯坏了', place: { lon: 116.4, lat: 39.9 } }, 422, 'case.outside-city'],
  ['no place at all', { text: '灯坏了', place: null }, 422, 'case.no-place'],
  ['an unknown category', { text: '灯坏了', category: '99999' }, 422, 'catalogue.unknown'],
  ['a photo that does not exist', { text: '灯坏了', photos: ['019a0000-0000-8000-8000-000000000000'] }, 422, 'files.not-attachable'],
  ['a NUL character', { text: '灯\u0000坏了' }, 400, 'request.bad-text'],
  ['half a character', { text: '灯\ud800坏了' }, 400, 'request.bad-text'],
])('refuses %s and changes nothing', async (_, body, status, code) => {
  const before = await count()
  const answer = await w.visitor.post(path, { place, ...body })
  expect(answer).toMatchObject({ status, body: { code } })
  expect(await count()).toBe(before)
})

it('refuses what is no JSON and no UTF-8', async () => {
  expect(await w.visitor.send('POST', path, { body: '{"text": ' })).toMatchObject({ status: 400 })
  expect(await w.visitor.send('POST', path, { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe]) })).toMatchObject({
    status: 400,
    body: { code: 'request.bad-text' },
  })
})

it('takes markup and SQL for what they are: words', async () => {
  const text = `<script>alert(1)</script>'; drop table cases."case"; --`
  const made = (await w.visitor.post(path, { text, place })).body as Receipt
  expect((await w.visitor.get(`/api/public/follow/${made.code}`)).body).toMatchObject({ text })
})

it('wants an idempotency key', async () => {
  expect(await w.visitor.post(path, { text: '灯坏了', place }, { key: null })).toMatchObject({
    status: 400,
    body: { code: 'idempotency.missing' },
  })
})
