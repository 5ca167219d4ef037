import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'

/** A real provider; who signs in there is typed on its own page, the name and factors follow from it. */
async function openProvider() {
  let serve: RequestListener = (_request, response) => void response.end()
  const server = createServer((request, response) => serve(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'linli', client_secret: 'a secret of the test', redirect_uris: ['http://localhost:8080/api/public/sign-in/callback'] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id.split('@')[0] }),
    }),
    cookies: { keys: ['a key of the test'] },
  })
  serve = provider.callback()
  return { issuer, close: () => new Promise((done) => server.close(done)) }
}

const provider = await openProvider()
afterAll(provider.close)
const city = world({ env: { LINLI_OIDC: provider.issuer, LINLI_OIDC_CLIENT: 'linli', LINLI_OIDC_SECRET: 'a secret of the test' } })

/** A browser at the provider's pages: follows redirects there with its cookies, until it is sent back to the city. */
async function throughProvider(start: string, subject: string): Promise<string> {
  const jar = new Map<string, string>()
  const ask = async (url: string, body?: Record<string, string>): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(body && { method: 'POST', body: new URLSearchParams(body).toString() }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  let url = start
  for (let step = 0; step < 12; step++) {
    if (url.startsWith('http://localhost:8080/')) return url.slice('http://localhost:8080'.length)
    const page = await ask(url)
    const to = page.headers.get('location')
    if (to !== null) {
      url = new URL(to, provider.issuer).href
      continue
    }
    const html = await page.text()
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? ''
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? ''
    const sent = await ask(new URL(action, provider.issuer).href, { prompt, login: subject, password: 'anything' })
    url = new URL(sent.headers.get('location') ?? '', provider.issuer).href
  }
  throw new Error('the provider never sent anybody back')
}

const begin = () => city.visitor.get('/api/public/sign-in/begin')
const cookieOf = (answer: { headers: Readonly<Record<string, unknown>> }, name: string): string => {
  const lines = [answer.headers['set-cookie']].flat().map(String)
  return lines.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? ''
}

async function signIn(subject: string) {
  const first = await begin()
  expect(first.status).toBe(302)
  const path = await throughProvider(String(first.headers['location']), subject)
  return city.visitor.get(path, { headers: { cookie: cookieOf(first, 'linli_sign_in') } })
}

describe('the city’s own sign-in', () => {
  it('is offered by the name that the city gave it', async () => {
    expect((await city.visitor.get('/api/public/sign-in')).body).toEqual({ name: '统一登录' })
  })

  it('signs in whom the security administrator gave an account, and knows the subject from then on', async () => {
    const back = await signIn('dispatcher@first')
    expect(back.headers['location']).toBe('/desk/')
    const me = await city.visitor.get('/api/me', { headers: { cookie: cookieOf(back, 'linli_session') } })
    expect((me.body as { account: { signIn: string } }).account.signIn).toBe('dispatcher')
    expect((await signIn('dispatcher@first')).headers['location']).toBe('/desk/')
  })

  it('does not let a second subject take an account by its name', async () => {
    expect((await signIn('dispatcher@second')).headers['location']).toBe('/desk/sign-in?refused=session.notOpened')
  })

  it('gives nobody an account, and residents none of the staff’s way in', async () => {
    expect((await signIn('stranger')).headers['location']).toBe('/desk/sign-in?refused=session.notOpened')
    expect((await signIn('resident')).headers['location']).toBe('/desk/sign-in?refused=session.notOpened')
  })

  it('takes an answer only in the browser that asked, once, and only for what it asked', async () => {
    const first = await begin()
    const path = await throughProvider(String(first.headers['location']), 'supervisor')
    const cookie = cookieOf(first, 'linli_sign_in')
    const refused = '/desk/sign-in?refused=session.providerRefused'
    expect((await city.visitor.get(path)).headers['location']).toBe(refused)
    const other = cookieOf(await begin(), 'linli_sign_in')
    expect((await city.visitor.get(path, { headers: { cookie: other } })).headers['location']).toBe(refused)
    expect((await city.visitor.get(`${path}x`, { headers: { cookie } })).headers['location']).toBe(refused)
    expect((await city.visitor.get('/api/public/sign-in/callback?error=access_denied', { headers: { cookie } })).headers['location']).toBe(
      refused,
    )
  })

  it('lets a reset account be bound anew', async () => {
    const security = await city.as('security')
    const list = (await security.get('/api/accounts?q=dispatcher')).body as { items: { id: string; signIn: string }[] }
    const id = list.items.find((one) => one.signIn === 'dispatcher')?.id ?? ''
    expect((await security.post(`/api/accounts/${id}/reset`)).status).toBeLessThan(300)
    expect((await signIn('dispatcher@second')).headers['location']).toBe('/desk/')
  })
})
