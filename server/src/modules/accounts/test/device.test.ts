import { expect, it } from 'vitest'
import { demoPassword } from '../../../demo/accounts.ts'
import { world } from '../../../../test/world.ts'

/* Nobody keeps a colleague out by guessing wrong: who signed in on a browser before has tries of their own there. */

const city = world()
let hosts = 0

interface Tried {
  readonly status: number
  readonly device: string
}

async function tryAs(account: string, password: string, device = '', remoteAddress = `10.1.0.${++hosts}`): Promise<Tried> {
  const answer = await city.app.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account, password },
    remoteAddress,
    ...(device !== '' && { cookies: { linli_device: device } }),
  })
  return { status: answer.statusCode, device: answer.cookies.find((one) => one.name === 'linli_device')?.value ?? '' }
}

async function lock(account: string): Promise<void> {
  for (let n = 0; n < 5; n += 1) await tryAs(account, 'wrong')
  expect((await tryAs(account, demoPassword)).status).toBe(429)
}

it('a known browser signs in while somebody else keeps the account locked', async () => {
  const { device } = await tryAs('housing', demoPassword)
  expect(device).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
  await lock('housing')
  expect((await tryAs('housing', demoPassword, device)).status).toBe(201)
  expect((await tryAs('housing', demoPassword)).status).toBe(429)
})

it('also from an address that is locked', async () => {
  const office = '10.7.7.7'
  const { device } = await tryAs('water', demoPassword, '', office)
  for (let n = 0; n < 25; n += 1) await tryAs(`guess${n}`, 'wrong', '', office)
  expect((await tryAs('water', demoPassword, '', office)).status).toBe(429)
  expect((await tryAs('water', demoPassword, device, office)).status).toBe(201)
})

it('has five tries of its own, like everybody', async () => {
  const { device } = await tryAs('urban', demoPassword)
  for (let n = 0; n < 5; n += 1) expect((await tryAs('urban', 'wrong', device)).status).toBe(401)
  expect((await tryAs('urban', demoPassword, device)).status).toBe(429)
  expect((await tryAs('urban', demoPassword)).status).toBe(201)
})

it('is known for the accounts that signed in there, five at most, and for no other', async () => {
  let device = ''
  for (const account of ['heating', 'property', 'dispatcher', 'supervisor', 'callback', 'hotline']) {
    device = (await tryAs(account, demoPassword, device)).device
  }
  expect(device.split('~')).toHaveLength(5)
  await lock('property')
  expect((await tryAs('property', demoPassword, device)).status).toBe(201)
  await lock('heating')
  expect((await tryAs('heating', demoPassword, device)).status).toBe(429)
  await lock('adjudicator')
  expect((await tryAs('adjudicator', demoPassword, device)).status).toBe(429)
})

it.each(['x', '~~~~', `${'a'.repeat(22)}.${'b'.repeat(43)}`, 'é', 'a'.repeat(3000)])('is not known by %s', async (forged) => {
  const account = 'gridleader'
  await lock(account)
  expect((await tryAs(account, demoPassword, forged)).status).toBe(429)
  city.turn(2 * 86_400_000)
})
