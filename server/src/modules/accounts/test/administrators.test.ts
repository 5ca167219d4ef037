import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { freshToken, idOf, newStaff } from './demo.ts'
import type { Person } from '../../../../test/world.ts'

const city = world()

const unit = { id: 'new-unit', kind: 'department', name: '新设局', area: '990901' }
const none = '00000000-0000-8000-8000-000000000000'

/** The work of each administrator, as requests. */
const work: Record<string, readonly (readonly [string, string, unknown?])[]> = {
  system: [
    ['POST', '/api/units', unit],
    ['PATCH', '/api/units/990901-urban', { version: 1, name: '城市管理局' }],
    ['DELETE', '/api/units/990901-urban?version=1'],
    ['POST', '/api/posts', { role: 'supervisor', org: '990901-urban', area: '990901' }],
    ['DELETE', '/api/posts/departmentLead:990901-urban:990901'],
    ['POST', '/api/compounds', { id: 'c1', name: '小区', area: '990901001001' }],
    ['POST', '/api/grid-staff', { kind: 'fullTime', grid: '990901001001001', name: '网格员' }],
    ['POST', '/api/appointments', { unit: '990901-urban', position: 'director', name: '主任' }],
    ['PUT', '/api/party-levels', { levels: [] }],
    ['PUT', '/api/duty-chain/990901/county', { units: [] }],
  ],
  security: [
    ['GET', '/api/accounts'],
    ['POST', '/api/accounts', { signIn: 'somebody', name: '某人', area: '990901' }],
    ['POST', `/api/accounts/${none}/reset`],
    ['POST', `/api/accounts/${none}/lock`],
    ['GET', `/api/accounts/${none}/sessions`],
    ['DELETE', `/api/sessions/${none}`],
    ['POST', '/api/posts/supervisor:990901-government:990901/holders', { account: none }],
    ['DELETE', `/api/holdings/${none}`],
    ['GET', '/api/api-keys'],
    ['POST', '/api/api-keys', { name: '伙伴', area: '9909' }],
    ['DELETE', `/api/api-keys/${none}`],
  ],
  audit: [
    ['GET', '/api/audit/entries'],
    ['GET', '/api/audit/chain'],
  ],
}

const ask = (person: Person, [method, path, body]: readonly [string, string, unknown?]) =>
  person.send(method, path, body === undefined ? {} : { body })

describe('the three administrators', () => {
  it.each(Object.keys(work))('%s does none of the others’ work, nor does anybody else', async (own) => {
    const others = [
      'system',
      'security',
      'audit',
      'dispatcher',
      'supervisor',
      'housinglead',
      'adjudicator',
      'callback',
      'gridworker',
      'resident',
    ].filter((one) => one !== own)
    for (const account of others) {
      const person = await city.as(account)
      for (const request of work[own] ?? [])
        expect([account, ...request, (await ask(person, request)).status]).toEqual([account, ...request, 403])
    }
    for (const request of work[own] ?? []) expect([...request, (await ask(city.visitor, request)).status]).toEqual([...request, 401])
  })

  it('are three people: none of them holds a second post', async () => {
    const security = await city.as('security')
    const post = (role: string): string => `/api/posts/${role}:city-government:9909/holders`
    const { id } = await newStaff(city, security, 'two.hats', '9909')
    expect((await security.post(post('systemAdmin'), { account: id })).status).toBe(201)
    for (const role of ['securityAdmin', 'auditAdmin', 'supervisor']) {
      expect(await security.post(post(role), { account: id })).toMatchObject({ status: 409, body: { code: 'orgs.separate' } })
    }
    expect(await security.post(post('auditAdmin'), { account: await idOf(city, 'supervisor') })).toMatchObject({ status: 409 })
  })

  it('the security administrator gives nothing to themself, nor locks or resets themself', async () => {
    const security = await city.as('security')
    const own = await idOf(city, 'security')
    const refused = await security.post('/api/posts/supervisor:990901-government:990901/holders', { account: own })
    expect(refused).toMatchObject({ status: 403, body: { code: 'orgs.ownPost' } })
    for (const deed of ['lock', 'reset']) {
      expect(await security.post(`/api/accounts/${own}/${deed}`)).toMatchObject({ status: 403, body: { code: 'accounts.oneself' } })
    }
  })

  it('a resident’s account takes no post', async () => {
    const security = await city.as('security')
    const answer = await security.post('/api/posts/supervisor:990901-government:990901/holders', { account: await idOf(city, 'resident') })
    expect(answer).toMatchObject({ status: 404, body: { code: 'accounts.missing' } })
  })
})

describe('a county’s security administrator', () => {
  it('keeps the accounts of the county alone; others do not exist', async () => {
    const [security, system] = [await city.as('security'), await city.as('system')]
    await system.post('/api/posts', { role: 'securityAdmin', org: '990901-government', area: '990901' })
    const { id } = await newStaff(city, security, 'county.security', '990901')
    await security.post('/api/posts/securityAdmin:990901-government:990901/holders', { account: id })
    await freshToken(city, 'county.security')
    const county = await city.as('county.security')
    const all = (await county.get('/api/accounts?limit=200')).body as { items: { area: string; kind: string }[] }
    expect(all.items.length).toBeGreaterThan(5)
    expect(all.items.every((one) => one.kind === 'staff' && one.area.startsWith('990901'))).toBe(true)
    for (const account of ['dispatcher2', 'security', 'resident']) {
      const path = `/api/accounts/${await idOf(city, account)}`
      expect([account, (await county.get(path)).status]).toEqual([account, 404])
      expect([account, (await county.post(`${path}/lock`)).status]).toEqual([account, 404])
    }
    expect((await county.post('/api/accounts', { signIn: 'elsewhere', name: '某人', area: '990902' })).status).toBe(404)
    expect(
      (await county.post('/api/posts/supervisor:990902-government:990902/holders', { account: await idOf(city, 'housing2') })).status,
    ).toBe(404)
    expect((await county.post('/api/api-keys', { name: '伙伴', area: '9909' })).status).toBe(404)
  })
})

it('what administrators see of people is masked', async () => {
  const security = await city.as('security')
  const text = JSON.stringify((await security.get('/api/accounts?limit=200')).body)
  expect(text).not.toMatch(/演示[^*"]{2,}/)
  expect(text).toContain('演***')
  const found = (await security.get(`/api/accounts?q=${encodeURIComponent('演示调度员')}`)).body as { items: { signIn: string }[] }
  expect(found.items.map((one) => one.signIn)).toEqual(['dispatcher'])
})
