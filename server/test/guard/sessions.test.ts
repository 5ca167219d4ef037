import { type ClientRequest, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { asks, freshToken, idOf, newStaff } from '../../src/modules/accounts/test/demo.ts'
import { world } from '../world.ts'

/* A session is made by signing in alone, ends everywhere at once, and takes the open pages with it. */

const w = world()
const open: ClientRequest[] = []
let port = 0

beforeAll(async () => {
  await w.app.http.listen({ port: 0, host: '127.0.0.1' })
  port = (w.app.http.server.address() as AddressInfo).port
})
afterAll(() => {
  for (const request of open) request.destroy()
})

/** Opens the page's stream; gives a promise of its end. */
async function listen(token: string): Promise<{ status: number; ended: Promise<void> }> {
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    open.push(get({ port, path: '/api/events', headers: { cookie: `linli_session=${token}` } }, done).on('error', fail))
  })
  const ended = new Promise<void>((done) => void answer.on('close', done))
  answer.resume()
  return { status: answer.statusCode ?? 0, ended }
}

const signIn = (cookie?: string) =>
  w.app.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { account: 'urban', password: demoPassword },
    headers: cookie === undefined ? {} : { cookie },
  })

describe('signing in', () => {
  it('gives a new session whatever the browser brought along (fixation)', async () => {
    const planted = 'p'.repeat(43)
    const answer = await signIn(`linli_session=${planted}`)
    const token = answer.cookies.find((one) => one.name === 'linli_session')?.value ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(token).not.toBe(planted)
    expect((await asks(w, planted, 'GET', '/api/me')).status).toBe(401)
    const again = await signIn(`linli_session=${token}`)
    expect(again.cookies.find((one) => one.name === 'linli_session')?.value).not.toBe(token)
  })

  it('sets cookies that no script reads and no other site sends; behind TLS, that go by TLS alone', async () => {
    const plain = await signIn()
    expect(plain.cookies.map((one) => one.name).toSorted()).toEqual(['linli_device', 'linli_session'])
    for (const cookie of plain.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    for (const cookie of plain.cookies) expect(cookie.domain).toBeUndefined()
  })

  it('is never answered from a store', async () => {
    expect((await signIn()).headers['cache-control']).toBe('no-store')
  })
})

describe('a page that listens is closed', () => {
  it('when its person signs out', async () => {
    const token = await freshToken(w, 'water')
    const page = await listen(token)
    expect(page.status).toBe(200)
    await asks(w, token, 'DELETE', '/api/session')
    await page.ended
  })

  it('when the security administrator ends the session, or locks the account', async () => {
    const security = await w.as('security')
    const page = await listen(await freshToken(w, 'heating'))
    const heating = await idOf(w, 'heating')
    const [session] = ((await security.get(`/api/accounts/${heating}/sessions`)).body as { items: { id: string }[] }).items
    expect((await security.send('DELETE', `/api/sessions/${session?.id}`)).status).toBe(200)
    await page.ended
    const second = await listen(await freshToken(w, 'heating'))
    expect((await security.post(`/api/accounts/${heating}/lock`)).status).toBe(200)
    await second.ended
  })

  it('on other devices, when the password changes; this one stays', async () => {
    const { token } = await newStaff(w, await w.as('security'), 'changes.password', '990901')
    const other = await listen(await freshToken(w, 'changes.password'))
    expect((await asks(w, token, 'POST', '/api/my/password', { current: demoPassword, next: 'a-Better-one-1' })).status).toBe(200)
    await other.ended
    expect((await asks(w, token, 'GET', '/api/me')).status).toBe(200)
  })

  it('when the post by which it listens is taken away', async () => {
    const page = await listen(await freshToken(w, 'property'))
    const account = await idOf(w, 'property')
    const [holding] = await w.db.query<{ id: string }>({
      text: 'select id from orgs.holding where account = $1 limit 1',
      values: [account],
    })
    expect((await (await w.as('security')).send('DELETE', `/api/holdings/${holding?.id}`)).status).toBe(200)
    await page.ended
  })
})

it('somebody who keeps trying wrong passwords does not keep a signed-in colleague from working or from changing the password', async () => {
  const { token } = await newStaff(w, await w.as('security'), 'is.attacked', '990901')
  const attack = () =>
    w.app.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { account: 'is.attacked', password: 'wrong' },
      remoteAddress: '10.66.0.1',
    })
  for (let n = 0; n < 8; n += 1) await attack()
  expect((await attack()).statusCode).toBe(429)
  expect((await asks(w, token, 'GET', '/api/me')).status).toBe(200)
  expect((await asks(w, token, 'POST', '/api/my/password', { current: demoPassword, next: 'a-Better-one-2' })).status).toBe(200)
})
