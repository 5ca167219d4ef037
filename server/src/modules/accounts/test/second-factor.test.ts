import { beforeAll, expect, it } from 'vitest'
import { demoPassword } from '../../../demo/accounts.ts'
import { totpAt, totpStep } from '../secrets/totp.ts'
import { world } from '../../../../test/world.ts'
import { asks, freshToken, idOf } from './demo.ts'

const city = world()
let secret = ''

const code = (): string => totpAt(secret, totpStep(city.now()))
const signIn = async (payload: Record<string, unknown>) => {
  const answer = await city.app.http.inject({ method: 'POST', url: '/api/session', payload })
  return { status: answer.statusCode, body: answer.json(), token: answer.cookies.find((one) => one.name === 'linli_session')?.value ?? '' }
}

beforeAll(async () => {
  await city.as('security')
  await city.db.query({ text: `delete from platform.setting where key = 'demonstration'`, values: [] })
})

it('in a real city a member of staff has no rights before setting it up, and then all of them', async () => {
  const token = await freshToken(city, 'dispatcher')
  expect((await asks(city, token, 'GET', '/api/me')).body).toMatchObject({ secondFactor: 'needed', posts: [] })
  expect((await asks(city, token, 'GET', '/api/units')).status).toBe(403)
  const begun = await asks(city, token, 'POST', '/api/my/second-factor')
  expect(begun.status).toBe(200)
  secret = begun.body.secret
  expect(await asks(city, token, 'POST', '/api/my/second-factor/confirmation', { code: '000000' })).toMatchObject({
    status: 422,
    body: { code: 'accounts.factorCode' },
  })
  expect((await asks(city, token, 'POST', '/api/my/second-factor/confirmation', { code: code() })).status).toBe(200)
  expect((await asks(city, token, 'GET', '/api/me')).body).toMatchObject({ secondFactor: 'on', posts: [{ role: 'dispatcher' }] })
  expect((await asks(city, token, 'GET', '/api/units')).status).toBe(200)
  expect(await asks(city, token, 'POST', '/api/my/second-factor')).toMatchObject({ status: 409, body: { code: 'accounts.factorOn' } })
})

it('from then on the password alone is not enough, and a code works once', async () => {
  city.turn(60_000)
  expect(await signIn({ account: 'dispatcher', password: demoPassword })).toMatchObject({
    status: 401,
    body: { code: 'session.codeNeeded' },
  })
  expect((await signIn({ account: 'dispatcher', password: demoPassword, code: '123456' })).status).toBe(401)
  const right = code()
  expect((await signIn({ account: 'dispatcher', password: demoPassword, code: right })).body).toMatchObject({
    posts: [{ role: 'dispatcher' }],
  })
  expect((await signIn({ account: 'dispatcher', password: demoPassword, code: right })).body.code).toBe('session.wrong')
})

it('two at once with one code: one of them gets in', async () => {
  city.turn(60_000)
  const right = code()
  const answers = await Promise.all([1, 2].map(() => signIn({ account: 'dispatcher', password: demoPassword, code: right })))
  expect(answers.map((one) => one.status).sort()).toEqual([201, 401])
})

it('guessing codes locks the account', async () => {
  city.turn(60_000)
  const statuses = []
  for (let n = 0; n < 7; n += 1) statuses.push((await signIn({ account: 'dispatcher', password: demoPassword, code: '123456' })).status)
  expect(statuses.at(-1)).toBe(429)
})

it('the secret lies sealed, and a reset takes it away', async () => {
  const [dump] = await city.db.query<{ all: string }>({
    text: `select string_agg(f::text, '') as all from vault.field f where field = 'totp'`,
    values: [],
  })
  expect(dump?.all).toBeTruthy()
  expect(dump?.all).not.toContain(Buffer.from(secret).toString('hex'))
  const security = await city.as('security')
  expect((await security.post(`/api/accounts/${await idOf(city, 'dispatcher')}/reset`)).status).toBe(200)
  const left = await city.db.query({ text: `select 1 from vault.field where field = 'totp'`, values: [] })
  expect(left).toEqual([])
})

it('residents need none', async () => {
  expect((await signIn({ account: 'resident', password: demoPassword })).body).toMatchObject({
    secondFactor: 'off',
    account: { kind: 'resident' },
  })
})
