import pg from 'pg'
import { expect, it } from 'vitest'
import { databaseLike } from './database.ts'

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

it('each test file gets its own copy of a template that is made once', async () => {
  let made = 0
  const make = async (url: string) => {
    made++
    await ask(url, 'create table seen (n int)')
  }
  const [one, other] = await Promise.all([databaseLike('copies', make), databaseLike('copies', make)])
  await ask(one.url, 'insert into seen values (1)')
  expect(await ask(other.url, 'select n from seen')).toEqual([])
  expect(made).toBe(1)
  expect(await ask(one.url, "select current_setting('server_version_num')::int >= 150000 as ok")).toEqual([{ ok: true }])
  await Promise.all([one.drop(), other.drop()])
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/)
})
