import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseLike, type TestDatabase } from '../../../test/database.ts'
import { runSteps, stepOf } from '../migrate.ts'

let database: TestDatabase
const open: pg.Client[] = []

async function session(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  client.on('error', () => undefined)
  await client.connect()
  open.push(client)
  return client
}

const first = stepOf('test/0001_thing.sql', 'create schema test; create table test.thing (id int primary key, word text)')
const index = stepOf(
  'test/0002_thing_word.sql',
  '-- outside a transaction: the table grows with the city\n-- serves: finding things; by their word\ncreate index concurrently if not exists thing_word on test.thing (word);\n',
)

const isValid = async (client: pg.Client): Promise<boolean[]> =>
  (await client.query<{ ok: boolean }>("select indisvalid as ok from pg_index where indexrelid = to_regclass('test.thing_word')")).rows.map(
    (row) => row.ok,
  )

beforeAll(async () => {
  database = await databaseLike('empty', async () => undefined)
  const client = await session()
  expect(await runSteps(client, [first])).toEqual([first.name])
  await client.query("insert into test.thing select n, 'word ' || n from generate_series(1, 100) n")
})
afterAll(async () => {
  for (const client of open) await client.end().catch(() => undefined)
  await database.drop()
})

describe('a migration', () => {
  it('outside a transaction that was cut short is made again, whole', async () => {
    const [writer, migrating, looking] = [await session(), await session(), await session()]
    await writer.query('begin')
    await writer.query("update test.thing set word = 'other' where id = 1") // the index waits for this to end
    const cut = runSteps(migrating, [first, index]).catch((error: unknown) => String(error))
    await expect.poll(() => isValid(looking), { timeout: 20_000 }).toEqual([false])
    await looking.query('select pg_terminate_backend($1)', [(migrating as unknown as { processID: number }).processID])
    expect(await cut).toContain('0002_thing_word')
    await writer.query('commit')
    expect(await isValid(looking)).toEqual([false])
    expect(await runSteps(looking, [first, index])).toEqual([index.name])
    expect(await isValid(looking)).toEqual([true])
    expect(await runSteps(looking, [first, index])).toEqual([])
  })

  it('waits two seconds at a time for a lock, lets the others by, and comes through', async () => {
    const [holder, migrating, reader] = [await session(), await session(), await session()]
    await holder.query('begin')
    await holder.query('select word from test.thing where id = 1')
    const step = stepOf('test/0003_thing_more.sql', 'alter table test.thing add column more int')
    const done = runSteps(migrating, [step])
    await sleep(300)
    const begun = performance.now()
    await reader.query('select count(*) from test.thing') // stands behind the waiting migration
    expect(performance.now() - begun).toBeLessThan(10_000)
    await holder.query('commit')
    expect(await done).toEqual([step.name])
  })

  it('that fails leaves nothing of itself', async () => {
    const client = await session()
    const step = stepOf('test/0004_wrong.sql', 'create table test.half (id int); select 1 / 0')
    await expect(runSteps(client, [step])).rejects.toThrow('migration test/0004_wrong.sql failed: division by zero')
    expect((await client.query("select to_regclass('test.half') as there")).rows).toEqual([{ there: null }])
  })

  it('that was changed after it ran is refused', async () => {
    const client = await session()
    await expect(runSteps(client, [stepOf(first.name, 'select 1')])).rejects.toThrow('has changed since it ran')
  })
})
