import { expect, it } from 'vitest'
import { z } from 'zod'
import { platformWorld } from '../../../test/platform.ts'
import { statement } from '../db.ts'
import { onceIn } from '../once.ts'
import { refuse } from '../refusal.ts'
import { created, route } from '../route.ts'

/** A seat that can be taken once: whoever comes second is refused before anything is written. */
const takeSeat = route({
  method: 'post',
  path: '/api/public/seats',
  operation: 'takeSeat',
  tag: 'test',
  say: { zh: '占座', en: 'Take a seat' },
  access: 'public',
  scope: 'none',
  body: z.strictObject({ seat: z.string() }),
  answers: { 201: z.object({ id: z.string() }) },
  write: 'statement',
  handle: async (ctx, { body }) => {
    const taken = await ctx.db.query({ text: 'select 1 from platform.setting where key = $1', values: [body.seat] })
    if (taken.length > 0) throw refuse('conflict', 'seat.taken', { zh: '已有人。', en: 'Taken.' })
    const sql = statement()
    onceIn(sql, ctx.once, 201, body.seat, ctx.now)
    sql.with('seat', `insert into platform.setting (key, value, changed_at) values (${sql.bind(body.seat)}, 'true', ${sql.bind(ctx.now)})`)
    await ctx.db.query(sql.done('select 1'))
    return created(body.seat, { id: body.seat })
  },
  again: async (_, id) => ({ id }),
})

const world = platformWorld([{ name: 'seats', routes: [takeSeat] }])
const take = (seat: string, key: string) =>
  world.inject(null, { method: 'POST', url: '/api/public/seats', payload: { seat }, headers: { 'idempotency-key': key } })

it('gives a repeated request its first answer, though the first has changed what the second is refused for', async () => {
  expect((await take('a', 'one')).statusCode).toBe(201)
  const again = await take('a', 'one')
  expect([again.statusCode, again.json(), again.headers['idempotent-replay']]).toEqual([201, { id: 'a' }, 'true'])
  const other = await take('a', 'two')
  expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([409, 'seat.taken'])
  const reused = await take('b', 'one')
  expect([reused.statusCode, reused.json<{ code: string }>().code]).toEqual([422, 'idempotency.reused'])
})

it('gives five equal requests at once five equal answers', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => take('c', 'five')))
  expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual(Array.from({ length: 5 }, () => [201, { id: 'c' }]))
})
