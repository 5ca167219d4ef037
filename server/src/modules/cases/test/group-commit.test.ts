import { beforeAll, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { grid, spotIn } from './spot.ts'

const w = world()
let place: { lon: number; lat: number }

beforeAll(async () => {
  place = await spotIn(w, grid)
})

const path = '/api/public/cases'
const report = (n: number) => ({ text: `${n} 号楼的路灯不亮了`, place, reporter: { name: `王${n}`, phone: `1000000${1000 + n}` } })

interface Written {
  readonly number: string
  readonly text: string
  readonly transaction: string
  readonly traces: number
  readonly fields: number
  readonly waiting: number
  readonly keys: number
}

async function written(): Promise<Written[]> {
  return w.db.query<Written>({
    text: `select c.number, c.text, c.xmin::text as transaction,
        (select count(*) from flow.trace t where t.region = c.region and t.noun_id = c.id) as traces,
        (select count(*) from vault.field f where f.region = c.subject_region and f.subject_id = c.subject_id) as fields,
        (select count(*) from worklist.item i where i.region = c.region and i.noun_id = c.id) as waiting,
        (select count(*) from platform.once o where o.made = c.id::text) as keys
      from cases."case" c order by c.text`,
    values: [],
  })
}

it('writes what comes at once in few statements, each matter whole and with its own people, list and key', async () => {
  const numbers = Array.from({ length: 40 }, (_, n) => n)
  const answers = await Promise.all(numbers.map((n) => w.visitor.post(path, report(n))))
  expect(answers.map((answer) => answer.status)).toEqual(numbers.map(() => 201))
  const rows = await written()
  expect(new Map(rows.map((row) => [row.text, row.number]))).toEqual(
    new Map(answers.map((answer, n) => [report(n).text, (answer.body as { number: string }).number])),
  )
  for (const row of rows) expect(row).toMatchObject({ traces: 1, fields: 2, keys: 1, waiting: rows[0]?.waiting })
  expect(rows[0]?.waiting).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row.transaction)).size).toBeLessThan(20)
})

it('lets one that is refused spoil no other: the same key twice makes one matter, and its neighbours are written', async () => {
  const before = (await written()).length
  const twice = report(90)
  const answers = await Promise.all([
    ...[91, 92, 93].map((n) => w.visitor.post(path, report(n))),
    w.visitor.post(path, twice, { key: 'the-same-key' }),
    ...[94, 95, 96].map((n) => w.visitor.post(path, report(n))),
    w.visitor.post(path, twice, { key: 'the-same-key' }),
    w.visitor.post(path, twice, { key: 'the-same-key' }),
    ...[97, 98].map((n) => w.visitor.post(path, report(n))),
  ])
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201))
  const repeated = answers.filter((_, index) => [3, 7, 8].includes(index)).map(({ body }) => (body as { number: string }).number)
  expect(new Set(repeated).size).toBe(1)
  expect((await written()).length - before).toBe(9)
})
