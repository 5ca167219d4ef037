import { expect, it } from 'vitest'
import { demoPassword } from '../../../demo/accounts.ts'
import { world } from '../../../../test/world.ts'

const city = world()
let hosts = 0

/** A try from an address of its own unless told otherwise, so that accounts are looked at alone. */
async function tryFrom(account: string, password: string, remoteAddress = `10.0.${Math.floor(hosts / 200)}.${(hosts++ % 200) + 1}`) {
  const answer = await city.app.http.inject({ method: 'POST', url: '/api/session', payload: { account, password }, remoteAddress })
  return { status: answer.statusCode, code: answer.json().code as string | undefined, wait: Number(answer.headers['retry-after'] ?? 0) }
}

it.each(['housing', 'nobody.here'])('after five wrong passwords %s has to wait, longer each time', async (account) => {
  for (let n = 0; n < 5; n += 1) expect(await tryFrom(account, 'wrong')).toMatchObject({ status: 401 })
  for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
    expect(await tryFrom(account, 'wrong')).toEqual({ status: 429, code: 'session.locked', wait: minutes * 60 })
    city.turn(minutes * 60_000 - 1000)
    expect((await tryFrom(account, 'wrong')).status).toBe(429)
    city.turn(1001)
    expect((await tryFrom(account, 'wrong')).status).toBe(401)
  }
})

it('waits also for the right password, and is forgiven by it afterwards', async () => {
  for (let n = 0; n < 5; n += 1) await tryFrom('water', 'wrong')
  expect((await tryFrom('water', demoPassword)).status).toBe(429)
  city.turn(61_000)
  expect((await tryFrom('water', demoPassword)).status).toBe(201)
  for (let n = 0; n < 4; n += 1) expect((await tryFrom('water', 'wrong')).status).toBe(401)
  expect((await tryFrom('water', demoPassword)).status).toBe(201)
})

it('is not fooled by many tries at once', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => tryFrom('heating', 'wrong')))
  expect(answers.filter((one) => one.status === 401)).toHaveLength(5)
  expect(answers.filter((one) => one.status === 429)).toHaveLength(7)
})

it('locks an address that tries many accounts, and lets the others in', async () => {
  const office = '10.9.9.9'
  for (let n = 0; n < 20; n += 1) expect((await tryFrom(`guess${n}`, 'wrong', office)).status).toBe(401)
  expect((await tryFrom('urban', demoPassword, office)).status).toBe(429)
  expect((await tryFrom('urban', demoPassword)).status).toBe(201)
})

it('keeps no address and no account name in the clear', async () => {
  await tryFrom('plain.name', 'wrong', '10.8.8.8')
  const [dump] = await city.db.query<{ all: string }>({
    text: `select string_agg(encode(key, 'escape'), ' ') as all from accounts.failure`,
    values: [],
  })
  expect(dump?.all).not.toContain('10.8.8.8')
  expect(dump?.all).not.toContain('plain.name')
})
