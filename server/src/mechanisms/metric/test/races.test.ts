import { beforeAll, describe, expect, it } from 'vitest'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import { countIn, countsOf, type Counts, deltasOf, fold, recount, type Subject, type Told } from '#mechanisms/metric'
import { prng } from '../../../demo/ground/prng.ts'
import { world } from '../../../../test/world.ts'

/** Things that know no module: written, moved between cells and counted from a history that lies beside them. */

const w = world()
const columns = { unit: 'unit', category: 'category', channel: 'channel', at: 'at' }
const region = '990901'
const areas = ['9909', region, `${region}001`, `${region}001001`, `${region}001001001`, `${region}001001002`, `${region}002001001`]
const history = new Map<string, Counts>()

interface Thing extends Readonly<Record<string, unknown>> {
  readonly id: string
  readonly version: number
  readonly area: string
  readonly unit: string
  readonly category: string
  readonly channel: string
  readonly month: string
  readonly counts: Counts
}
const things = new Map<string, Thing>()

const subject: Subject = {
  name: 'thing',
  counters: ['made', 'weight'],
  sources: [
    {
      table: 'counted.thing',
      columns,
      page: async (ctx, after, limit) => {
        const rows = await ctx.db.query<Told & Record<string, string>>({
          text: `select region, id, version, tally as stored, ${Object.values(columns).join(', ')}, area from counted.thing
            where ($1::uuid is null or id > $1) order by id limit $2`,
          values: [after?.id ?? null, limit],
        })
        return rows.map((row) => ({ ...row, told: { m: null, n: history.get(row.id) ?? {} }, cell: { ...row, month: '' } as never }))
      },
    },
  ],
}

beforeAll(async () => {
  await w.db.query({
    text: `create schema counted create table thing (region text, id uuid, version int, area text, unit text, category text, channel text, at timestamptz, tally jsonb, primary key (region, id))`,
    values: [],
  })
})

const random = prng(71)
const pick = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)] as T
const drawn = (): Pick<Thing, 'area' | 'unit' | 'category' | 'channel' | 'month' | 'counts'> => ({
  area: pick(areas),
  unit: pick(['', 'water', 'housing']),
  category: pick(['20003', '20011', '21002']),
  channel: pick(['app', 'phone']),
  month: pick(['2026-10-01', '2026-11-01']),
  counts: { made: 1, ...(random.next() < 0.7 && { weight: Math.floor(random.next() * 9) }) },
})

/** Makes a thing, or moves one to another cell with other counts, in one statement with its deltas. */
async function write(): Promise<void> {
  const old = random.next() < 0.5 ? pick([...things.values()]) : undefined
  const thing: Thing = { id: old?.id ?? newId(region, w.now()), version: (old?.version ?? 0) + 1, ...drawn() }
  things.set(thing.id, thing)
  history.set(thing.id, thing.counts)
  const sql = statement()
  const at = new Date(`${thing.month}T00:00:00+08:00`)
  const values = [
    region,
    thing.id,
    thing.version,
    thing.area,
    thing.unit,
    thing.category,
    thing.channel,
    at,
    JSON.stringify({ m: null, n: thing.counts }),
  ]
  sql.with(
    'written',
    `insert into counted.thing values (${values.map((one) => sql.bind(one)).join(', ')}) on conflict (region, id) do update
      set version = excluded.version, area = excluded.area, unit = excluded.unit, category = excluded.category, channel = excluded.channel, at = excluded.at, tally = excluded.tally
        where thing.version < excluded.version`,
  )
  countIn(
    sql,
    'thing',
    deltasOf([
      ...(old ? [{ cell: { ...old, region }, counts: old.counts, sign: -1 as const }] : []),
      { cell: { ...thing, region }, counts: thing.counts, sign: 1 },
    ]),
  )
  await w.db.query(sql.done('select 1'))
}

function total(holds: (thing: Thing) => boolean): Counts {
  const found = [...things.values()].filter(holds)
  return { made: found.length, weight: found.reduce((sum, one) => sum + (one.counts['weight'] ?? 0), 0) }
}

const months = { from: '2026-01-01', to: '2026-12-01' }
const counted = async (asked: Omit<Parameters<typeof countsOf>[2], 'from' | 'to'>, span = months): Promise<Counts> =>
  (await countsOf(w.context(), subject, { ...asked, ...span }))[0]?.counts ?? { made: 0, weight: 0 }

const questions: [string, Parameters<typeof counted>[0], (thing: Thing) => boolean][] = [
  ['the city', { area: '9909' }, () => true],
  ['a county', { area: region }, (one) => one.area.startsWith(region)],
  ['a town', { area: `${region}001` }, (one) => one.area.startsWith(`${region}001`)],
  ['a community', { area: `${region}001001` }, (one) => one.area.startsWith(`${region}001001`)],
  ['a grid', { area: `${region}001001002` }, (one) => one.area === `${region}001001002`],
  ['a unit', { area: '9909', unit: 'water' }, (one) => one.unit === 'water'],
  [
    'a class of categories in a town',
    { area: `${region}001`, category: '20' },
    (one) => one.area.startsWith(`${region}001`) && one.category.startsWith('20'),
  ],
  [
    'everything at once',
    { area: region, unit: 'housing', category: '21002', channel: 'phone' },
    (one) => one.area.startsWith(region) && one.unit === 'housing' && one.category === '21002' && one.channel === 'phone',
  ],
  [
    'a community with filters',
    { area: `${region}001001`, unit: 'water', channel: 'app' },
    (one) => one.area.startsWith(`${region}001001`) && one.unit === 'water' && one.channel === 'app',
  ],
]

async function holdsEverywhere(): Promise<void> {
  for (const [name, asked, holds] of questions) expect([name, await counted(asked)]).toEqual([name, total(holds)])
  const byArea = await countsOf(w.context(), subject, { area: region, ...months }, { areasOf: 9 })
  for (const { key, counts } of byArea) expect(counts).toEqual(total((one) => one.area.startsWith(key)))
  for (const by of ['month', 'category', 'channel'] as const)
    for (const { key, counts } of await countsOf(w.context(), subject, { area: region, ...months }, by))
      expect(counts).toEqual(total((one) => one.area.startsWith(region) && one[by] === key))
}

describe('figures', () => {
  it('are exact before anything is folded, and after', async () => {
    for (let n = 0; n < 60; n++) await write()
    await holdsEverywhere()
    expect(await fold(w.context(), subject)).toBeGreaterThan(0)
    expect(await fold(w.context(), subject)).toBe(0)
    await holdsEverywhere()
    expect((await recount(w.context(), subject)).differences).toEqual([])
  })

  it('lose and double nothing while writers, folds and readers run at once', async () => {
    let writing = true
    const seen: number[] = []
    const folding = async (): Promise<void> => {
      while (writing) await fold(w.context(), subject)
    }
    const reading = async (): Promise<void> => {
      while (writing) seen.push((await counted({ area: '9909' }))['made'] ?? 0)
    }
    const writers = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 75; n++) await write()
    })
    const others = [folding(), folding(), reading()]
    await Promise.all(writers)
    writing = false
    await Promise.all(others)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    await holdsEverywhere()
    expect((await recount(w.context(), subject)).differences).toEqual([])
    await fold(w.context(), subject)
    await holdsEverywhere()
  })

  it('are untouched by a fold that is killed in the middle', async () => {
    for (let n = 0; n < 40; n++) await write()
    const before = await counted({ area: '9909' })
    const killed = w.db.transaction(async (db) => {
      expect(await fold({ ...w.context(), db }, subject)).toBeGreaterThan(0)
      await db.query({ text: 'select pg_terminate_backend(pg_backend_pid())', values: [] })
    })
    await expect(killed).rejects.toThrow()
    expect(await counted({ area: '9909' })).toEqual(before)
    await holdsEverywhere()
    await fold(w.context(), subject)
    await holdsEverywhere()
  })

  it('differ from their recount when somebody tampers with a noun, a cell or a sum', async () => {
    await fold(w.context(), subject)
    const plant = async (text: string, what: string): Promise<void> => {
      const back = new Error('back')
      const planted = w.db.transaction(async (db) => {
        await db.query({ text, values: [] })
        const { differences } = await recount({ ...w.context(), db }, subject)
        expect(differences.map((one) => one.what)).toContain(what)
        throw back
      })
      await expect(planted).rejects.toBe(back)
    }
    await plant(
      `update counted.thing set tally = '{"m": null, "n": {"made": 2}}' where id = (select max(id::text)::uuid from counted.thing)`,
      'noun',
    )
    await plant(
      `update metric.rollup set counts[1] = counts[1] + 1 where subject = 'thing' and level = 0 and area = '${region}001001001'`,
      'cell',
    )
    await plant(
      `update metric.rollup set counts[2] = counts[2] - 1 where subject = 'thing' and level = 9 and unit = '*' and category = '*' and channel = '*'`,
      'sum',
    )
    await plant(`delete from metric.rollup where subject = 'thing' and level = 12`, 'sum')
    await plant(
      `insert into metric.delta (region, subject, area, unit, category, channel, month, counts) values ('${region}', 'thing', '${region}', '', '20003', 'app', '2026-11-01', '{"made": 1}')`,
      'cell',
    )
  })
})
