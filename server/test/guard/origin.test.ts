import { describe, expect, it } from 'vitest'
import { demoPassword } from '../../src/demo/accounts.ts'
import { world } from '../world.ts'

/* A page elsewhere may not write here, whatever the browser lets it send. */

const w = world()
const own = 'http://localhost:8080'

describe('a write', () => {
  it.each([
    ['a page elsewhere', { origin: 'https://evil.example' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['nonsense', { origin: 'nonsense' }],
    ['a page elsewhere whose browser says so alone', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site', origin: own }],
    ['a page whose name only begins like ours', { origin: `${own}.evil.example` }],
  ])('from %s is refused, and changes nothing', async (_, headers) => {
    const resident = await w.as('resident')
    const answer = await resident.post('/api/inbox/read', {}, { headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.cross-site' } })
    expect((await w.visitor.post('/api/session', { account: 'resident', password: demoPassword }, { headers })).status).toBe(403)
    expect((await w.visitor.post('/api/public/cases', { text: '路灯不亮了' }, { headers })).body).toMatchObject({
      code: 'request.cross-site',
    })
    expect((await w.visitor.post('/api/inbox/read', {}, { headers })).status).toBe(401)
  })

  it.each([
    ['our own page', { origin: own, host: 'localhost:8080', 'sec-fetch-site': 'same-origin' }],
    ['our own page behind a proxy that changes the host', { origin: own, host: 'linli-inside:8080' }],
    ['a program', {}],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ])('from %s is let in', async (_, headers) => {
    expect((await (await w.as('resident')).post('/api/inbox/read', {}, { headers })).status).toBe(200)
  })

  it('as a form, which any page may send without asking, is not read', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await w.visitor.post('/api/session', `account=resident&password=${demoPassword}`, { headers })
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.media-type' } })
    const text = await w.visitor.post('/api/session', `{"account":"resident","password":"${demoPassword}"}`, {
      headers: { 'content-type': 'text/plain' },
    })
    expect(text).toMatchObject({ status: 400, body: { code: 'request.media-type' } })
  })

  it('by Open311 is let in from all pages, with a key and never by a session', async () => {
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' }
    const body = 'service_code=20003&address_id=990901&description=路灯不亮了'
    expect((await w.visitor.post('/open311/v2/requests.json', `${body}&api_key=demo`, { headers })).status).toBe(201)
    expect((await (await w.as('dispatcher')).post('/open311/v2/requests.json', body, { headers })).status).toBeGreaterThanOrEqual(400)
  })
})

it('reading from elsewhere gives no other page our answers', async () => {
  const { headers } = await (await w.as('resident')).get('/api/me', { headers: { origin: 'https://evil.example' } })
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
})
