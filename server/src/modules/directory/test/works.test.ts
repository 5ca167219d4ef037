import { beforeAll, describe, expect, it } from 'vitest'
import { checkDispatch, checkReturn, makeAgreement, suggestDispatch } from '../index.ts'
import { directoryCity, grid } from './small-directory.ts'

const city = directoryCity()
beforeAll(async () => void (await city.begin()))

const suggestion = async (query: string) =>
  (await city.ask('dispatcher', 'GET', `/api/directory/suggestion?${query}`)).body as Record<string, unknown>

describe('the suggestion', () => {
  it('names lead and help by the most specific rule, with the reason in both languages', async () => {
    expect(await suggestion(`category=21004&area=${grid}`)).toEqual({
      lead: 'heating-office',
      support: ['heping'],
      because: {
        zh: '派单目录第 1 版（2026-07-01 起）：全市的「供暖不热」由该单位主办。依据：三定规定，职责规定。',
        en: 'Directory, edition 1 (from 2026-07-01): “Heating not warm” in the whole city is led by this unit. Basis: statute of duties, the statute.',
      },
      rule: '21004.all.any',
      version: '1',
      grassRootsAllowed: false,
      agreement: null,
      alternatives: [expect.objectContaining({ unit: 'city-government', rule: 'all.all.any' })],
      weighed: [
        expect.objectContaining({ rule: '21004.all.any', because: 'chosen' }),
        expect.objectContaining({ rule: 'all.all.any', because: 'widerClass' }),
      ],
    })
  })

  it('finds the bodies of the place: property company, community', async () => {
    expect(await suggestion(`category=20003&area=${grid}&severity=small`)).toMatchObject({
      lead: 'sunny-property',
      rule: '20003.all.small',
    })
    expect(await suggestion(`category=20003&area=${grid}&severity=large`)).toMatchObject({ lead: 'xihe-housing', rule: '20.210911.any' })
    expect(await suggestion(`category=22004&area=${grid}`)).toMatchObject({ lead: 'heping' })
    const { because } = await suggestion(`category=20001&area=${grid}`)
    expect((because as { zh: string }).zh).toContain('细河区的「房屋与物业」由该单位主办')
    expect(await suggestion('category=22004&area=210902001')).toMatchObject({ lead: 'city-government', rule: 'all.all.any' })
  })

  it('takes a component’s code for its matter', async () => {
    expect(await suggestion(`category=C01037&area=${grid}`)).toMatchObject({ lead: 'city-government' })
  })

  it('says that no edition was in force before the first', async () => {
    const found = await suggestion(`category=21004&area=${grid}&when=2026-06-30T15:59:59Z`)
    expect(found).toMatchObject({ lead: null, rule: null, version: null, alternatives: [] })
    expect((found['because'] as { zh: string }).zh).toContain('还没有发布')
  })
})

describe('the checks', () => {
  const ask = (category: string, unit: string, severity?: 'small') =>
    checkDispatch(city.context(), { category, area: grid, unit, severity })

  it('keep a department’s matter from community and grid', async () => {
    await expect(ask('21004', 'heping')).rejects.toMatchObject({ code: 'directory.department-matter', kind: 'invalid' })
    await expect(ask('23001', 'heping-grid-1')).rejects.toMatchObject({ code: 'directory.department-matter' })
    await expect(ask('C01037', 'heping')).rejects.toMatchObject({ code: 'directory.department-matter' })
  })

  it('let it go to departments, towns and companies, and the community’s own to the community', async () => {
    for (const unit of ['heating-office', 'xihe-urban', 'sihe-town', 'sunny-property'])
      await expect(ask('21004', unit)).resolves.toBeUndefined()
    await expect(ask('22004', 'heping')).resolves.toBeUndefined()
    await expect(ask('20003', 'heping', 'small')).resolves.toBeUndefined()
  })
})

describe('joint-building agreements', () => {
  it('bind both units, and the suggestion says so (000-05)', async () => {
    const title = { zh: '和平社区与细河城管联建', en: 'Heping and Xihe urban management' }
    const terms = {
      title,
      units: ['xihe-housing', 'heping'] as const,
      categories: ['20'],
      area: '210911',
      validFrom: '2026-03-01',
      validTo: null,
    }
    const made = await makeAgreement(city.context(), terms)
    const found = await suggestDispatch(city.context(), { category: '20001', area: grid })
    expect(found).toMatchObject({ lead: 'xihe-housing', agreement: { id: made.id } })
    expect(found.because.zh).toContain('不得退单')
    expect(found.because.en).toContain('may not be returned')
    const bounce = (unit: string, category: string) => checkReturn(city.context(), { category, area: grid, unit })
    await expect(bounce('xihe-housing', '20001')).rejects.toMatchObject({ code: 'directory.joint-agreement', kind: 'conflict' })
    await expect(bounce('heping', '20001')).rejects.toMatchObject({ code: 'directory.joint-agreement' })
    await expect(bounce('xihe-housing', '21004')).resolves.toBeUndefined()
    await expect(bounce('xihe-urban', '20001')).resolves.toBeUndefined()
    const ended = await city.ask('systemAdmin', 'POST', `/api/directory/agreements/${made.id}/end`, { on: '2026-11-22' })
    expect(ended.body).toMatchObject({ validTo: '2026-11-22' })
    await expect(bounce('heping', '20001')).resolves.toBeUndefined()
  })

  it('are kept over HTTP and listed', async () => {
    const terms = {
      title: { zh: '联建', en: 'Joint' },
      units: ['sunny-property', 'heping'],
      categories: ['20003', '20005'],
      validFrom: '2026-11-01',
    }
    const made = await city.ask('systemAdmin', 'POST', '/api/directory/agreements', terms)
    expect(made.status).toBe(201)
    const { body } = await city.ask('departmentHandler', 'GET', '/api/directory/agreements')
    expect((body['items'] as { id: string }[]).map((one) => one.id)).toContain(made.body['id'])
  })
})
