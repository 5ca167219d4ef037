import { beforeAll, describe, expect, it } from 'vitest'
import { notePreview, suggestDispatch } from '../index.ts'
import { directoryCity, firstRules, grid } from './small-directory.ts'

const city = directoryCity()
beforeAll(async () => void (await city.begin()))

const title = { title: { zh: '冬季版', en: 'Winter' } }
const admin = (method: string, path: string, body?: unknown, key?: string) =>
  city.ask('systemAdmin', method, `/api/directory/editions${path}`, body, key)
const words = { basisKind: 'powerList', basis: { zh: '权责清单第八项', en: 'item 8' }, grassRootsAllowed: false, support: [] }
/** Cases show the effect of a draft and say which version was looked at. */
const looked = (number: number, version: number) => notePreview(city.context(), { number, version, state: 'draft' })
const reason = '冬季供暖职责调整'
const leadOn = async (when: string): Promise<string | null> =>
  (await suggestDispatch(city.context(), { category: '21004', area: grid, when: new Date(when) })).lead

describe('an edition', () => {
  it('is drafted as a copy, written, checked, published with a day, and leaves the past as it was', async () => {
    const made = await admin('POST', '', title)
    expect([made.status, made.body]).toMatchObject([201, { number: 2, state: 'draft', entries: firstRules.length, validFrom: null }])
    const put = await admin('PUT', '/2/rules/21004.210911.any', { lead: 'xihe-housing', ...words })
    expect([put.status, put.body]).toMatchObject([200, { rule: '21004.210911.any', category: '21004', area: '210911', severity: null }])
    expect((await admin('DELETE', '/2/rules/22004.all.any')).status).toBe(200)
    expect((await admin('GET', '/2/faults')).body).toEqual({ items: [] })
    const { version } = (await admin('GET', '/2')).body as unknown as { version: number }
    expect(version).toBe(3)
    await looked(2, version)
    const published = await admin('POST', '/2/publish', { version, validFrom: '2026-12-01', reason })
    expect([published.status, published.body]).toMatchObject([200, { state: 'published', reason, validFrom: '2026-11-30T16:00:00.000Z' }])
    expect(await leadOn('2026-11-30T15:59:59Z')).toBe('heating-office')
    expect(await leadOn('2026-11-30T16:00:00Z')).toBe('xihe-housing')
  })

  it('that is published never changes', async () => {
    for (const [method, path, body] of [
      ['PUT', '/1/rules/21004.all.any', { lead: 'heping', ...words }],
      ['DELETE', '/1/rules/21004.all.any', undefined],
      ['POST', '/1/publish', { version: 2, validFrom: '2027-01-01', reason }],
      ['DELETE', '/1', undefined],
    ] as const) {
      const answer = await admin(method, path, body)
      expect([answer.status, answer.body['code']], path).toEqual([409, 'directory.published'])
    }
    const { body } = await admin('GET', '/1/rules')
    expect(body['items']).toHaveLength(firstRules.length)
  })

  it('is compared with the one before it, rule by rule', async () => {
    const { body } = await admin('GET', '/2/changes')
    expect(body).toMatchObject({ from: 1, to: 2, added: 1, removed: 1, changed: 0 })
    expect((body['items'] as { kind: string; rule: string }[]).map((one) => `${one.kind} ${one.rule}`)).toEqual([
      'added 21004.210911.any',
      'removed 22004.all.any',
    ])
    expect((await admin('GET', '/1/changes')).body).toMatchObject({ from: null, added: firstRules.length })
    expect((await admin('GET', '/1/changes?with=2')).body).toMatchObject({ from: 2, added: 1, removed: 1 })
    expect((await admin('GET', '/1/changes?with=77')).status).toBe(404)
  })

  it('is drafted one at a time, also when several begin at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => admin('POST', '', title)))
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409])
    expect(answers.find((one) => one.status === 409)?.body['code']).toBe('directory.draft-open')
    const { body } = await admin('GET', '')
    const draft = (body['items'] as { number: number; state: string }[]).find((one) => one.state === 'draft')
    expect((await admin('DELETE', `/${draft?.number}`)).status).toBe(200)
    expect((await admin('GET', `/${draft?.number}`)).body['code']).toBe('directory.missing')
  })
})

describe('refused', () => {
  it('keeps a draft with faults from being published, and names each', async () => {
    const { number } = (await admin('POST', '', title)).body as unknown as { number: number }
    await admin('PUT', `/${number}/rules/31.all.any`, { lead: 'nobody', ...words })
    await admin('PUT', `/${number}/rules/21.all.any`, { lead: 'heping', ...words })
    await admin('PUT', `/${number}/rules/20.210911000000.any`, { lead: 'xihe-housing', ...words })
    await admin('DELETE', `/${number}/rules/all.all.any`)
    const faults = (await admin('GET', `/${number}/faults`)).body['items'] as { rule: string | null; code: string }[]
    expect(faults.map((one) => `${one.rule ?? ''}:${one.code}`)).toEqual([
      ':last-resort',
      '20.210911000000.any:area',
      '21.all.any:department-matter',
      '31.all.any:category',
      '31.all.any:lead',
    ])
    const { version } = (await admin('GET', `/${number}`)).body as unknown as { version: number }
    await looked(number, version)
    const answer = await admin('POST', `/${number}/publish`, { version, validFrom: '2027-02-01', reason })
    expect([answer.status, answer.body['code']]).toEqual([422, 'directory.faults'])
    expect(answer.body['errors']).toHaveLength(5)
    const stale = await admin('POST', `/${number}/publish`, { version: version - 1, validFrom: '2027-02-01', reason })
    expect([stale.status, stale.body['code']]).toEqual([409, 'directory.stale'])
    for (const validFrom of ['2026-11-22', '2026-12-01']) {
      const early = await admin('POST', `/${number}/publish`, { version, validFrom, reason })
      expect([early.status, early.body['code']]).toEqual([422, 'directory.too-early'])
    }
    expect((await admin('GET', `/${number}`)).body['state']).toBe('draft')
    await admin('DELETE', `/${number}`)
  })

  it.each([
    ['PUT', '/99/rules/all.all.any', { lead: 'heping', ...words }, 404, 'directory.missing'],
    ['GET', '/99', undefined, 404, 'directory.missing'],
    ['GET', '/99/rules', undefined, 404, 'directory.missing'],
    ['POST', '/99/publish', { version: 1, validFrom: '2027-01-01', reason }, 404, 'directory.missing'],
  ])('%s %s → %i', async (method, path, body, status, code) => {
    const answer = await admin(method, path, body)
    expect([answer.status, answer.body['code']]).toEqual([status, code])
  })

  it('publishes only what was looked at with its effect, and only for a reason', async () => {
    const { number } = (await admin('POST', '', title)).body as unknown as { number: number }
    const publish = async (version: number, why?: string) =>
      (await admin('POST', `/${number}/publish`, { version, validFrom: '2027-03-01', reason: why })).body['code']
    expect(await publish(1, reason)).toBe('directory.not-previewed')
    await looked(number, 1)
    await admin('PUT', `/${number}/rules/21.all.any`, { lead: 'xihe-housing', ...words })
    expect(await publish(2, reason)).toBe('directory.not-previewed')
    await looked(number, 1)
    expect((await admin('GET', `/${number}`)).body).toMatchObject({ version: 2, previewed: 1 })
    await looked(number, 2)
    expect((await admin('POST', `/${number}/publish`, { version: 2, validFrom: '2027-03-01' })).status).toBe(422)
    expect((await admin('POST', `/${number}/publish`, { version: 2, validFrom: '2027-03-01', reason: ' ' })).status).toBe(422)
    expect((await admin('GET', `/${number}`)).body['state']).toBe('draft')
    await admin('DELETE', `/${number}`)
  })

  it('reads no rule id that is not one', async () => {
    const { number } = (await admin('POST', '', title)).body as unknown as { number: number }
    for (const rule of ['21004', 'all.all.huge', '2.all.any', 'x.y.z', '21004.all.any%27']) {
      expect((await admin('PUT', `/${number}/rules/${rule}`, { lead: 'heping', ...words })).body['code'], rule).toBe('directory.no-rule')
    }
    expect((await admin('DELETE', `/${number}/rules/29.all.any`)).body['code']).toBe('directory.no-rule')
    await admin('DELETE', `/${number}`)
  })

  it.each([
    ['/api/directory/suggestion?category=21004', 'GET', undefined],
    ['/api/directory/suggestion?category=x&area=2109', 'GET', undefined],
    ['/api/directory/suggestion?category=21004&area=2109&when=yesterday', 'GET', undefined],
    ['/api/directory/editions', 'POST', { title: { zh: '只有中文' } }],
    ['/api/directory/agreements', 'POST', { title: title.title, units: ['heping', 'heping'], categories: ['20'], validFrom: '2026-01-01' }],
    ['/api/directory/agreements', 'POST', { title: title.title, units: ['heping', 'ghost'], categories: ['20'], validFrom: '2026-01-01' }],
    ['/api/directory/agreements', 'POST', { title: title.title, units: ['heping', 'xihe-urban'], categories: [], validFrom: '2026-01-01' }],
  ])('%s with a wrong shape → 422', async (path, method, body) => {
    expect((await city.ask('systemAdmin', method, path, body)).status).toBe(422)
  })
})

describe('forbidden', () => {
  const writes = [
    ['POST', '/editions', title],
    ['DELETE', '/editions/1', undefined],
    ['PUT', '/editions/1/rules/all.all.any', { lead: 'heping', ...words }],
    ['DELETE', '/editions/1/rules/all.all.any', undefined],
    ['POST', '/editions/1/publish', { version: 1, validFrom: '2027-01-01', reason }],
    ['GET', '/editions/1/faults', undefined],
    ['POST', '/agreements', {}],
  ] as const

  it.each(writes)('%s %s: only the system administrator', async (method, path, body) => {
    expect((await city.ask(null, method, `/api/directory${path}`, body)).status).toBe(401)
    for (const who of ['dispatcher', 'departmentHandler', 'gridWorker', 'resident', 'securityAdmin']) {
      expect((await city.ask(who, method, `/api/directory${path}`, body)).status, who).toBe(403)
    }
  })

  it('lets those read who dispatch or are dispatched to, and no others', async () => {
    for (const path of ['/editions', '/editions/1', '/editions/1/rules', '/agreements', `/suggestion?category=21004&area=${grid}`]) {
      for (const who of ['dispatcher', 'departmentHandler', 'systemAdmin'])
        expect((await city.ask(who, 'GET', `/api/directory${path}`)).status, path).toBe(200)
      for (const who of ['resident', 'gridWorker', 'callbackAgent'])
        expect((await city.ask(who, 'GET', `/api/directory${path}`)).status, path).toBe(403)
      expect((await city.ask(null, 'GET', `/api/directory${path}`)).status).toBe(401)
    }
  })
})

describe('pages', () => {
  it('give every rule once, in order', async () => {
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { body } = await admin('GET', `/1/rules?limit=2${after && `&after=${after}`}`)
      seen.push(...(body['items'] as { rule: string }[]).map((one) => one.rule))
      if (body['next'] === null) break
      after = String(body['next'])
    }
    expect(seen).toHaveLength(firstRules.length)
    expect(new Set(seen).size).toBe(seen.length)
    const { body } = await admin('GET', '/1/rules?category=20')
    expect((body['items'] as { rule: string }[]).map((one) => one.rule)).toEqual(['20.210911.any', '20.all.any', '20003.all.small'])
  })
})
