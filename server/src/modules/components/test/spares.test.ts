import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, world } from '../../../../test/world.ts'
import { grid, spotIn } from '../../cases/test/spot.ts'
import { entered } from './thing.ts'

const w = world()
let desk: Person

beforeAll(async () => {
  desk = await w.as('dispatcher')
})

interface Spare {
  readonly id: string
  readonly quantity: number
  readonly short: boolean
  readonly steps: readonly { readonly change: number; readonly code: string | null }[]
}

let made = 0
const begin = async (quantity: number, enough = 2): Promise<Spare> => {
  made += 1
  const body = { area: '990901', type: '01037', name: `灯头 ${made}`, store: '城管局仓库', quantity, enough }
  const reply = await desk.post('/api/spares', body)
  expect(reply.status).toBe(201)
  return reply.body as Spare
}
const stock = (one: Person, { id }: Spare, body: object) => one.post(`/api/spares/${id}/stock`, body)

describe('spare parts', () => {
  it('come and go with a reason and the component for which they were used, and what is short is said', async () => {
    const lamp = await entered(desk, await spotIn(w, grid))
    const spare = await begin(5)
    await stock(desk, spare, { change: -4, because: 'used', code: lamp.code })
    const after = (await stock(desk, spare, { change: 1, because: 'bought' })).body as Spare
    expect(after).toMatchObject({ quantity: 2, short: false })
    expect(after.steps.map((step) => [step.change, step.code])).toEqual([
      [1, null],
      [-4, lamp.code],
      [5, null],
    ])
    expect((await stock(desk, spare, { change: -1, because: 'scrapped' })).body).toMatchObject({ quantity: 1, short: true })
    const { items } = (await desk.get('/api/spares?type=01037')).body as { items: Spare[] }
    expect(items[0]).toMatchObject({ id: spare.id, short: true })
  })

  it('are never fewer than none, whoever takes them at once', async () => {
    const spare = await begin(3)
    const replies = await Promise.all(Array.from({ length: 6 }, () => stock(desk, spare, { change: -1, because: 'used' })))
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    const after = (await desk.get(`/api/spares/${spare.id}`)).body as Spare
    expect(after.quantity).toBe(0)
    expect(after.steps.reduce((sum, step) => sum + step.change, 0)).toBe(0)
  })

  it('are taken once, however often the request comes', async () => {
    const spare = await begin(3)
    const send = () => desk.send('POST', `/api/spares/${spare.id}/stock`, { body: { change: -1, because: 'used' }, key: 'stock-1' })
    expect([(await send()).status, (await send()).status]).toEqual([201, 201])
    expect((await desk.get(`/api/spares/${spare.id}`)).body).toMatchObject({ quantity: 2 })
  })

  it.each([
    [{ change: -9, because: 'used' }, 409, 'component.stock-short'],
    [{ change: 1, because: 'used' }, 422, 'component.stock-way'],
    [{ change: 0, because: 'counted' }, 422, 'component.stock-way'],
    [{ change: -1, because: 'used', code: '99090101037999999' }, 422, 'component.no-such-code'],
  ])('refuse %j with %i %s', async (body, status, code) => {
    expect(await stock(desk, await begin(3), body)).toMatchObject({ status, body: { code } })
  })

  it('are one kind a store, of a known type, in a known area of the own', async () => {
    const body = { area: '990901', type: '01037', name: '灯杆', store: '城管局仓库', quantity: 1 }
    expect((await desk.post('/api/spares', body)).status).toBe(201)
    expect(await desk.post('/api/spares', body)).toMatchObject({ status: 409, body: { code: 'component.spare-known' } })
    expect(await desk.post('/api/spares', { ...body, name: '别的', type: '09999' })).toMatchObject({ status: 422 })
    expect(await desk.post('/api/spares', { ...body, name: '别的', area: '990902' })).toMatchObject({ status: 403 })
  })

  it('of another county are nobody’s else to see or take', async () => {
    const spare = await begin(3)
    const other = await w.as('dispatcher2')
    expect((await other.get(`/api/spares/${spare.id}`)).status).toBe(404)
    expect((await stock(other, spare, { change: -1, because: 'used' })).status).toBe(404)
    expect((await other.get('/api/spares')).body).toEqual({ items: [] })
    expect((await stock(await w.as('gridworker'), spare, { change: -1, because: 'used' })).status).toBe(403)
  })
})
