import { beforeAll, describe, expect, it } from 'vitest'
import type { Context, Post } from '#platform/context'
import type { Db, Query } from '#platform/db'
import { tileAt } from '#platform/geo'
import { world } from '../../../../test/world.ts'
import { type ComponentFilter, listComponents } from '../queries/list.ts'
import { nearestComponents } from '../queries/nearest.ts'
import { tileOf } from '../queries/tile.ts'

const city = world()

/** Rows that differ as those of a city do: 10 counties of 10 communities, 20 types, few of them damaged, spread over 30 km. */
const rows = 6000
const fill = `insert into components.component (region, id, state, area, code, name, initials, type, lon, lat, spot, datum, since, owner)
  select '9909' || lpad((n % 10)::text, 2, '0'), gen_random_uuid(), case when n % 200 = 0 then 'damaged' else 'intact' end,
    '9909' || lpad((n % 10)::text, 2, '0') || '001' || lpad((n / 10 % 10)::text, 3, '0') || '001',
    '9909' || lpad((n % 10)::text, 2, '0') || '0' || lpad((n % 20)::text, 4, '0') || lpad(n::text, 6, '0'), 'n' || n, 'n' || n,
    '0' || lpad((n % 20)::text, 4, '0'), 121.5, 41.5, 3000000000000000 + n * 100000000::bigint, 'wgs84', '2024-01-01', case when n % 300 = 0 then 1 end
  from generate_series(1, ${rows}) n`

const post = (area: string): Post => ({ id: `dispatcher:centre:${area}`, role: 'dispatcher', org: 'centre', area })

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

function scansOf(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? ['Seq Scan'] : node['Index Name'] ? [node['Index Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}

/** What the readings of components that `read` makes are read by. */
async function readBy(area: string, read: (ctx: Context) => Promise<unknown>): Promise<string[]> {
  const seen: Query[] = []
  const db: Db = {
    inTransaction: false,
    tables: () => city.db.tables(),
    transaction: (work) => city.db.transaction(work),
    query: (query) => {
      if (query.text.includes('components.component') || query.text.includes('components.cell')) seen.push(query)
      return city.db.query(query)
    },
  }
  const ctx = city.context()
  await read({ ...ctx, db, actor: { ...ctx.actor, kind: 'staff', posts: [post(area)] } })
  const plans = await city.db.transaction(async (inside) => {
    await inside.query({ text: 'set local enable_seqscan = off', values: [] })
    return Promise.all(
      seen.map((query) =>
        inside.query<{ 'QUERY PLAN': readonly { Plan: Node }[] }>({ text: `explain (format json) ${query.text}`, values: query.values }),
      ),
    )
  })
  return plans.flatMap(([plan]) => scansOf(plan?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'nothing' }))
}

const list = (area: string, filter: ComponentFilter = {}) => readBy(area, (ctx) => listComponents(ctx, filter))

beforeAll(async () => {
  await city.db.query({ text: "insert into components.body (name) values ('某单位')", values: [] })
  await city.db.query({ text: fill, values: [] })
  await city.db.query({ text: 'analyze components.component', values: [] })
})

describe('a reading of components', () => {
  it.each<[string, string, ComponentFilter, string]>([
    ['all of a city in the order of codes', '9909', {}, 'component_code'],
    ['those of a community', '990901001001', {}, 'component_area'],
    ['those of a type', '9909', { type: '00007' }, 'component_type'],
    ['those that are damaged', '9909', { state: 'damaged,lost' }, 'component_state'],
    ['those of an owner', '9909', { owner: 1 }, 'component_owner'],
    ['one by its code', '9909', { q: '99090100001000001' }, 'component_code'],
  ])('%s goes along its own index', async (_, area, filter, index) => {
    const scans = await list(area, filter)
    expect(scans).toContain(index)
    expect(scans).not.toContain('Seq Scan')
  })

  it('near by reads one range of places, far away the counted cells', async () => {
    const near = tileAt(121.5, 41.5, 16)
    expect(await readBy('9909', (ctx) => tileOf(ctx, near, {}))).toContain('component_spot')
    expect(await readBy('9909', (ctx) => tileOf(ctx, tileAt(121.5, 41.5, 8), {}))).toEqual(['cell_pkey'])
  })

  it('around a point reads ranges of places', async () => {
    const scans = await readBy('9909', (ctx) => nearestComponents(ctx, { lon: 121.5, lat: 41.5, limit: 3 }))
    expect(scans).toContain('component_spot')
    expect(scans).not.toContain('Seq Scan')
  })
})
