import { beforeAll, describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

const w = world()

interface View {
  readonly items: readonly { readonly n: number; readonly late: number; readonly id: string | null; readonly title: string | null }[]
  readonly total: number
  readonly more: boolean
}

const around = 'bbox=121.000000,41.000000,122.000000,42.000000'
const mapFor = async (account: string, query = around): Promise<View> => {
  const reply = await (await w.as(account)).get(`/api/cases/map?${query}`)
  expect(reply.status).toBe(200)
  return reply.body as View
}

/** As many copies of the first matter as wished, in a square of 0.8 degrees. */
async function scatter(id: string, count: number): Promise<void> {
  await w.db.query({
    text: `insert into cases."case"
      select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', c.region || '-261101-' || lpad(i::text, 5, '0') || '-0',
        'lon', 121.1 + (i % 80) * 0.01, 'lat', 41.1 + (i / 80) * 0.01))).*
      from cases."case" c, generate_series(1, $2::int) as i where c.id = $1::uuid`,
    values: [id, count],
  })
}

let first = ''

beforeAll(async () => {
  const desk = await w.as('hotline')
  const made = await desk.post('/api/cases', { channel: 'phone', text: '下水道井盖松了。', category: '20003', address: '和平街 1 号' })
  first = (made.body as { id: string }).id
  await w.db.query({ text: 'update cases."case" set lon = 121.5, lat = 41.5 where id = $1::uuid', values: [first] })
})

describe('the map', () => {
  it('shows a matter that lies alone with its words', async () => {
    expect(await mapFor('dispatcher')).toMatchObject({
      items: [{ n: 1, id: first, title: expect.any(String) as string }],
      total: 1,
      more: false,
    })
  })

  it('shows nothing of another county', async () => {
    expect((await mapFor('dispatcher2')).total).toBe(0)
  })

  it('leaves out what lies outside the box', async () => {
    expect((await mapFor('dispatcher', 'bbox=121.6,41.0,122.0,42.0')).items).toEqual([])
  })

  it('finds a state that was asked for, also a closed one', async () => {
    expect((await mapFor('dispatcher', `${around}&state=submitted,registered`)).total).toBe(1)
    expect((await mapFor('dispatcher', `${around}&state=closed`)).total).toBe(0)
  })

  it('answers in bounds when there are many, and loses none', async () => {
    await scatter(first, 1500)
    const view = await mapFor('dispatcher')
    expect(view.total).toBe(1501)
    expect(view.items.reduce((sum, dot) => sum + dot.n, 0)).toBe(1501)
    expect(view.items.length).toBeLessThanOrEqual(1600)
  })

  it.each(['1,2,3', 'a,b,c,d', '122,41,121,42', '121,42,122,41'])('refuses the box %s', async (bbox) => {
    const reply = await (await w.as('dispatcher')).get(`/api/cases/map?bbox=${bbox}`)
    expect(reply.status).toBe(400)
    expect(reply.body).toMatchObject({ code: 'map.bbox' })
  })
})
