import { describe, expect, it } from 'vitest'
import { categoryFor, categoryNames, findCategory, guessCategory, pickCategory } from '../index.ts'
import catalogue from '../module.ts'
import { smallCity } from './small-city.ts'

const city = smallCity([catalogue])

type View = {
  code: string
  kind: string
  name: { zh: string; en: string }
  plain: { zh: string; en: string }
  emergency: { call: string } | null
}
type Groups = { groups: { code: string; name: { zh: string }; items: View[] }[]; count: number }

const list = async (query: string): Promise<Groups> => (await city.ask(null, 'GET', `/api/public/categories${query}`)).body as never
const codes = (found: Groups): string[] => found.groups.flatMap((group) => group.items.map((one) => one.code))

describe('the public catalogue', () => {
  it('lists every class that a case can have, by group, in both languages', async () => {
    const found = await list('')
    expect(found.count).toBe(250 + 76)
    expect(found.groups.map((one) => one.code)).toEqual(found.groups.map((one) => one.code).sort())
    const light = found.groups.find((one) => one.code === '20')?.items.find((one) => one.code === '20003')
    expect(light).toMatchObject({ name: { zh: '楼道灯', en: 'Stairwell light' }, kind: 'livelihood', emergency: null })
    expect(found.groups.flatMap((one) => one.items).find((one) => one.code === '21007')?.emergency?.call).toBe('119')
  })

  it('lists the 153 component classes when asked', async () => {
    const found = await list('?kind=component')
    expect(found.count).toBe(153)
    expect(codes(found)).toContain('C01037')
  })

  it.each([
    ['?q=ldd', '20003'],
    ['?q=LDD', '20003'],
    ['?q=楼道', '20003'],
    ['?q=stairwell', '20003'],
    ['?q=nuanqi', '21004', false],
    ['?q=暖气', '21004'],
    ['?q=gn', '21004'],
    ['?q=06029', '06029'],
    ['?q=wyf', '20002'],
    ['?q=消火栓', '01013'],
  ])('%s finds %s', async (query, code, there = true) => {
    expect(codes(await list(query)).includes(code)).toBe(there)
  })

  it('puts the best first', async () => {
    expect(codes(await list('?q=物业'))[0]).toMatch(/^2000[12]$/)
    expect(codes(await list('?q=dt'))[0]).toBe('20005')
    expect(codes(await list('?group=21'))).toEqual(expect.arrayContaining(['21001', '21004']))
    expect((await list('?group=21')).groups).toHaveLength(1)
    expect((await list('?q=没有这样的词')).count).toBe(0)
  })
})

describe('suggestions', () => {
  const suggest = async (text: string) =>
    (await city.ask(null, 'POST', '/api/public/categories/suggest', { text })).body as unknown as {
      items: { category: View; score: number; because: string[] }[]
      emergency: { call: string; by: string; because: string[]; say: { zh: string } } | null
    }

  it('gives three classes and says why', async () => {
    const { items, emergency } = await suggest('三单元的楼道灯坏了，老人晚上看不见')
    expect(items[0]?.category.code).toBe('20003')
    expect(items[0]?.because).toContain('楼道灯')
    expect(items.length).toBeLessThanOrEqual(3)
    expect(emergency).toBeNull()
  })

  it('says first whom to call when the words tell of danger, or the class does', async () => {
    const fire = await suggest('楼下着火了')
    expect(fire.emergency).toMatchObject({ call: '119', by: 'words', because: ['着火了'] })
    expect(fire.emergency?.say.zh).toContain('119')
    const thieves = await suggest('小区最近有小偷，被盗好几家')
    expect(thieves.emergency).toMatchObject({ call: '110', by: 'category' })
    expect((await suggest('消防通道被占，万一着火怎么办')).emergency).toBeNull()
  })

  it('gives nothing where nothing is recognised', async () => {
    expect(await suggest('你好')).toEqual({ items: [], emergency: null })
  })
})

describe('the door', () => {
  it('finds a class, and takes a component’s code for its matter', async () => {
    const ctx = city.context()
    expect((await findCategory(ctx, 'C01037'))?.kind).toBe('component')
    expect((await pickCategory(ctx, 'C01037')).code).toBe('01037')
    expect(await findCategory(ctx, '99999')).toBeNull()
    expect(await categoryNames(ctx, ['01037', '99999'])).toEqual(new Map([['01037', { zh: '路灯异常', en: 'Street lamp trouble' }]]))
  })

  it('chooses the class of a new case, its severity, and whether it is an emergency', async () => {
    const ctx = city.context()
    expect(await categoryFor(ctx, undefined, '暖气不热')).toEqual({ code: '21004', severity: 'large', emergency: false })
    expect(await categoryFor(ctx, '20003', '楼道里着火了')).toEqual({ code: '20003', severity: 'small', emergency: true })
    expect(await categoryFor(ctx, '21007', '请来看看')).toMatchObject({ emergency: true })
    expect(await categoryFor(ctx, '29003', '有人赌博')).toMatchObject({ emergency: false })
    expect(await categoryFor(ctx, undefined, '……')).toEqual({ code: '29999', severity: 'large', emergency: false })
    expect((await guessCategory(ctx, '……')).because).toEqual([])
  })
})
