import { describe, expect, it } from 'vitest'
import { findCategory, pickCategory, suggestCategories } from '../index.ts'
import catalogue from '../module.ts'
import { smallCity } from './small-city.ts'

const city = smallCity([catalogue])

type Kept = {
  code: string
  enabled: boolean
  local: boolean
  version: number
  plain: { zh: string; en: string }
  words: string
  limits: object
  validTo: string | null
}

const get = async (code: string): Promise<Kept> => (await city.ask('systemAdmin', 'GET', `/api/categories/${code}`)).body as never
const patch = async (code: string, change: object, who: string | null = 'systemAdmin', key?: string) => {
  const version = (await get(code)).version
  return city.ask(who, 'PATCH', `/api/categories/${code}`, { version, ...change }, key)
}
const publicCodes = async (query: string): Promise<string[]> => {
  const { body } = await city.ask(null, 'GET', `/api/public/categories${query}`)
  return (body['groups'] as { items: { code: string }[] }[]).flatMap((one) => one.items.map(({ code }) => code))
}

describe('what a city decides about a class', () => {
  it('switches it off: no new case takes it, old ones still know it, and on again', async () => {
    expect((await patch('09014', { enabled: false })).status).toBe(200)
    expect(await publicCodes('?q=09014')).toEqual([])
    await expect(pickCategory(city.context(), '09014')).rejects.toMatchObject({ code: 'catalogue.unknown', kind: 'invalid' })
    expect((await findCategory(city.context(), '09014'))?.name.zh).toBe('畜力车进城')
    expect((await suggestCategories(city.context(), '马车进城')).items.map((one) => one.category.code)).not.toContain('09014')
    expect((await patch('09014', { enabled: true })).status).toBe(200)
    expect(await publicCodes('?q=09014')).toEqual(['09014'])
  })

  it('changes plain words, severity, home mark, limits and words, and the rules follow', async () => {
    const plain = { zh: '换热站不烧、暖气冰凉', en: 'the exchange station is off and radiators are cold' }
    const answer = await patch('21004', {
      plain,
      severity: 'joint',
      home: false,
      limits: { finish: { unit: 'hours', n: 24 } },
      words: ' 热网*5  冰凉+片*4 ',
    })
    expect(answer.body).toMatchObject({
      code: '21004',
      plain,
      severity: 'joint',
      home: false,
      limits: { finish: { unit: 'hours', n: 24 } },
      words: '热网*5 冰凉+片*4',
      version: 2,
    })
    const { items } = await suggestCategories(city.context(), '热网又停了')
    expect(items[0]).toMatchObject({ category: { code: '21004' }, because: ['热网'] })
  })

  it('is in use from its first day to its last', async () => {
    await patch('20012', { validTo: '2026-11-22' })
    await expect(pickCategory(city.context(), '20012')).rejects.toMatchObject({ code: 'catalogue.unknown' })
    await patch('20012', { validTo: '2026-11-23' })
    expect((await pickCategory(city.context(), '20012')).code).toBe('20012')
    await patch('20012', { validFrom: '2026-11-24', validTo: null })
    await expect(pickCategory(city.context(), '20012')).rejects.toMatchObject({ code: 'catalogue.unknown' })
  })

  it('survives the next start, while untouched classes follow the facts', async () => {
    await patch('06001', { plain: { zh: '私自盖房搭棚', en: 'building without permission' } })
    await city.db.query({ text: `update catalogue.category set plain_zh = '旧话' where code = '06002'`, values: [] })
    await catalogue.seed(city.context())
    expect((await get('06001')).plain.zh).toBe('私自盖房搭棚')
    expect((await get('06002')).plain.zh).toBe('门市房没办手续就砸墙装修')
  })

  it('leaves a line in the audit', async () => {
    await patch('08001', { severity: 'joint' })
    const rows = await city.db.query<{ facts: object; actor_id: string }>({
      text: `select facts, actor_id from audit.entry where action = 'category.changed' and object_id = '08001'`,
      values: [],
    })
    expect(rows).toEqual([{ facts: { fields: 'severity' }, actor_id: 'systemAdmin' }])
  })
})

describe('a class of the city’s own', () => {
  const wanted = {
    group: '28',
    name: { zh: '设施蔬菜大棚受灾', en: 'Damaged vegetable greenhouse' },
    plain: { zh: '大棚被雪压塌、被风刮坏', en: 'a greenhouse is crushed by snow or torn by wind' },
    severity: 'large',
    home: false,
    words: '棚膜*5',
  }

  it('gets the first free number of its group, and is listed, searched and suggested', async () => {
    const made = await city.ask('systemAdmin', 'POST', '/api/categories', wanted)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ code: '28500', local: true, enabled: true, scheme: 'linli' })
    expect(await publicCodes('?q=sssc')).toEqual(['28500'])
    const { items } = await suggestCategories(city.context(), '棚膜被大风刮跑了')
    expect(items[0]?.category.code).toBe('28500')
    const next = await city.ask('systemAdmin', 'POST', '/api/categories', { ...wanted, name: { zh: '果园受灾', en: 'Damaged orchard' } })
    expect(next.body).toMatchObject({ code: '28501' })
  })

  it('is made once by equal requests, and given back to each', async () => {
    const one = { ...wanted, group: '27', name: { zh: '早市摊位', en: 'Market stall' } }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => city.ask('systemAdmin', 'POST', '/api/categories', one, 'the-same-key')),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(answers[0]?.body).toMatchObject({ code: '27500' })
    const rows = await city.db.query({ text: `select code from catalogue.category where name_zh = '早市摊位'`, values: [] })
    expect(rows).toHaveLength(1)
  })
})

describe('races', () => {
  it('lets one of several who change the same class win; the others are told', async () => {
    const { version } = await get('24001')
    const answers = await Promise.all(
      ['small', 'large', 'joint', 'small'].map((severity) =>
        city.ask('systemAdmin', 'PATCH', '/api/categories/24001', { version, severity }),
      ),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409])
    expect(answers.filter((one) => one.status === 409).map((one) => one.body['code'])).toEqual(
      Array.from({ length: 3 }, () => 'catalogue.stale'),
    )
    expect((await get('24001')).version).toBe(version + 1)
  })

  it('gives every one of several new classes a code of its own', async () => {
    const make = (n: number) =>
      city.ask('systemAdmin', 'POST', '/api/categories', {
        group: '22',
        name: { zh: `新类${n}`, en: `New ${n}` },
        plain: { zh: '说明', en: 'words' },
        severity: 'small',
        home: true,
      })
    const made = await Promise.all([1, 2, 3, 4].map(make))
    expect(made.map((one) => one.body['code'] as string).sort()).toEqual(['22500', '22501', '22502', '22503'])
  })
})
