import { describe, expect, it } from 'vitest'
import catalogue from '../module.ts'
import { smallCity } from './small-city.ts'

const city = smallCity([catalogue])

const own = { group: '28', name: { zh: '新类', en: 'New' }, plain: { zh: '说明', en: 'words' }, severity: 'small', home: false }
const count = async (): Promise<unknown> =>
  (await city.db.query({ text: 'select count(*), sum(version) from catalogue.category', values: [] }))[0]

describe('refused', () => {
  it.each([
    ['PATCH', '/api/categories/99999', { version: 1, enabled: false }, 404, 'catalogue.missing'],
    ['PATCH', '/api/categories/29999', { version: 1, enabled: false }, 409, 'catalogue.other-stays'],
    ['PATCH', '/api/categories/29999', { version: 1, validTo: '2027-01-01' }, 409, 'catalogue.other-stays'],
    ['PATCH', '/api/categories/21004', { version: 7, enabled: false }, 409, 'catalogue.stale'],
    ['PATCH', '/api/categories/21004', { version: 1, words: '热*12 冷+热+更热' }, 422, 'catalogue.words'],
    ['PATCH', '/api/categories/21004', { version: 1, validFrom: '2027-01-02', validTo: '2027-01-01' }, 422, 'catalogue.dates'],
    ['POST', '/api/categories', { ...own, group: '06' }, 422, 'catalogue.standard-group'],
    ['POST', '/api/categories', { ...own, group: '31' }, 422, 'catalogue.standard-group'],
    ['GET', '/api/categories/99999', undefined, 404, 'catalogue.missing'],
  ])('%s %s %j → %i %s, nothing changed', async (method, path, body, status, code) => {
    const before = await count()
    const answer = await city.ask('systemAdmin', method, path, body)
    expect([answer.status, answer.body['code']]).toEqual([status, code])
    expect(await count()).toEqual(before)
  })

  it.each([
    ['PATCH', '/api/categories/21004', { enabled: false }],
    ['PATCH', '/api/categories/21004', { version: 1, name: { zh: '改名', en: 'Renamed' } }],
    ['PATCH', '/api/categories/21004', { version: 1, severity: 'huge' }],
    ['PATCH', '/api/categories/21004', { version: 1, limits: { finish: { unit: 'days', n: 3 } } }],
    ['PATCH', '/api/categories/21004', { version: 1, limits: { finish: { unit: 'hours', n: 0 } } }],
    ['PATCH', '/api/categories/21004', { version: 1, plain: { zh: '只有中文' } }],
    ['PATCH', '/api/categories/21004', { version: 1, validTo: '2027-02-30' }],
    ['POST', '/api/categories', { ...own, code: '28001' }],
    ['POST', '/api/categories', { ...own, name: { zh: '', en: '' } }],
    ['POST', '/api/public/categories/suggest', { text: '' }],
    ['POST', '/api/public/categories/suggest', { text: '灯'.repeat(4001) }],
    ['POST', '/api/public/categories/suggest', { text: '灯', who: 'me' }],
    ['GET', `/api/public/categories?q=${'a'.repeat(41)}`, undefined],
    ['GET', '/api/public/categories?group=1%27', undefined],
  ])('%s %s with a wrong shape → 422', async (method, path, body) => {
    const before = await count()
    const answer = await city.ask('systemAdmin', method, path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(422)
    expect(await count()).toEqual(before)
  })

  it('takes SQL and HTML for what they are: words', async () => {
    const text = `'; drop table catalogue.category; -- <script>alert(1)</script> 路灯`
    const { status, body } = await city.ask(null, 'POST', '/api/public/categories/suggest', { text })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain('script')
    expect((await city.ask(null, 'GET', `/api/public/categories?q=${encodeURIComponent(`%' or 1=1`)}`)).body).toEqual({
      groups: [],
      count: 0,
    })
  })
})

describe('forbidden', () => {
  const admin = [
    ['GET', '/api/categories', undefined],
    ['GET', '/api/categories/21004', undefined],
    ['PATCH', '/api/categories/21004', { version: 1, enabled: false }],
    ['POST', '/api/categories', own],
  ] as const

  it.each(admin)('%s %s: only the system administrator', async (method, path, body) => {
    const before = await count()
    expect((await city.ask(null, method, path, body)).status).toBe(401)
    for (const who of ['securityAdmin', 'dispatcher', 'departmentHandler', 'gridWorker', 'resident']) {
      expect((await city.ask(who, method, path, body)).status, who).toBe(403)
    }
    expect(await count()).toEqual(before)
  })

  it('asks for a session before it looks at the body', async () => {
    expect((await city.ask(null, 'PATCH', '/api/categories/nothing', { wrong: true })).status).toBe(401)
  })
})
