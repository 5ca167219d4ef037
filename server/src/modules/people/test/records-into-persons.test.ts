import { describe, expect, it } from 'vitest'
import { world } from '../../../../test/world.ts'
import { bring, count, grid, inventedNumber } from './people.ts'

const w = world()
const kept = "person where state = 'kept'"

describe('records of several departments', () => {
  it('become one person where the number is the same, however it is written', async () => {
    const number = inventedNumber('19500304', 11)
    const before = await count(w, kept)
    const police = await bring(w, 'police', [{ name: '甲子一', idNumber: number, address: '滨河路12号3单元', area: grid }])
    const civil = await bring(w, 'civil', [
      { name: '甲 子一', idNumber: number.toLowerCase(), phone: '１０００００００００１', benefit: '低保' },
    ])
    const fifteen = number.slice(0, 6) + number.slice(8, 17)
    const old = await bring(w, 'labour', [{ name: '甲子一', idNumber: fifteen, phone: '10000000009' }])
    expect([police, civil, old].map((one) => [one.taken, one.already])).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ])
    expect(await count(w, kept)).toBe(before + 1)
  })

  it('are taken in once, also when one file has a row twice', async () => {
    const rows = [1, 2, 3].map((n) => ({ name: `乙丑${n}`, idNumber: inventedNumber('19610203', n), recordKey: `A-${n}` }))
    expect(await bring(w, 'veterans', [...rows, rows[0] as (typeof rows)[0]])).toMatchObject({ taken: 3, already: 1 })
    expect(await bring(w, 'veterans', rows)).toMatchObject({ taken: 0, already: 3 })
  })

  it('that say something else under the same number of their own replace the earlier row', async () => {
    const row = { name: '丙寅一', idNumber: inventedNumber('19720101', 1), recordKey: 'D-1', benefit: '低保', level: 'B' }
    await bring(w, 'civil', [row])
    await bring(w, 'civil', [{ ...row, level: 'A' }])
    const rows = await w.db.query<{ level: string; replaced: boolean }>({
      text: "select level, replaced from people.record where benefit = '低保' and source = 'civil' and level is not null order by level",
      values: [],
    })
    expect(rows).toEqual([
      { level: 'A', replaced: false },
      { level: 'B', replaced: true },
    ])
  })

  it('without a number are joined to whom name, day of birth and phone say, and asked about where only name and day agree', async () => {
    const [before, doubts] = [await count(w, kept), await count(w, "doubt where state = 'open'")]
    await bring(w, 'community', [{ name: '丁卯一', born: '1944-05-06', phone: '10000000021', address: '人民街9号' }])
    await bring(w, 'health', [{ name: '丁卯一', born: '1944/5/6', phone: '10000000021' }])
    expect(await count(w, kept)).toBe(before + 1)
    await bring(w, 'disabled', [{ name: '丁卯一', born: '19440506' }])
    expect(await count(w, kept)).toBe(before + 2)
    expect(await count(w, "doubt where state = 'open'")).toBe(doubts + 1)
  })

  it('of one file are held against each other too', async () => {
    const before = await count(w, kept)
    await bring(w, 'community', [
      { name: '戊辰一', born: '1955-01-02', phone: '10000000031' },
      { name: '戊辰一', born: '1955-01-02', phone: '10000000031', address: '站前路1号' },
    ])
    expect(await count(w, kept)).toBe(before + 1)
  })

  it('say what was odd, and what was not taken in, without telling a value', async () => {
    const { taken, found } = await bring(w, 'community', [
      { name: '', idNumber: inventedNumber('19500101', 5) },
      { name: '己巳一', idNumber: '990901195001010000', phone: '12', born: 'gestern', ethnicity: '火星', area: '没有的社区' },
    ])
    expect(taken).toBe(1)
    expect(found.map((one) => [one.line, one.code, one.kind])).toEqual([
      [2, 'people.no-name', 'unread'],
      [3, 'people.number-broken', 'odd'],
      [3, 'people.born-unread', 'odd'],
      [3, 'people.phone-odd', 'odd'],
      [3, 'people.ethnicity-unknown', 'odd'],
      [3, 'people.area-unknown', 'odd'],
    ])
  })

  it('lie in the database without a name, number, phone or address of anybody', async () => {
    const number = inventedNumber('19330303', 33)
    await bring(w, 'police', [{ name: '庚午暗', idNumber: number, phone: '10000033333', address: '暗巷33号' }])
    const [dump] = await w.db.query<{ all: string }>({
      text: `select (select string_agg(p::text, '') from people.person p) || (select string_agg(r::text, '') from people.record r)
        || (select string_agg(i::text, '') from people.identity i) || (select string_agg(f::text, '') from vault.field f) as all`,
      values: [],
    })
    for (const word of ['庚午暗', number, '10000033333', '暗巷']) {
      expect(dump?.all).not.toContain(word)
      expect(dump?.all).not.toContain(Buffer.from(word).toString('hex'))
    }
  })
})

describe('two imports at once', () => {
  it('about the same persons make each of them once', async () => {
    const before = await count(w, kept)
    const numbers = Array.from({ length: 12 }, (_, n) => inventedNumber('19880808', n + 100))
    const of = (source: string) =>
      bring(
        w,
        source,
        numbers.map((idNumber, n) => ({ name: `辛未${n}`, idNumber, phone: `1000000${1000 + n}` })),
      )
    const outcomes = await Promise.all(['tax', 'union', 'women', 'youth', 'market'].map(of))
    expect(outcomes.map((one) => one.taken)).toEqual([12, 12, 12, 12, 12])
    expect(await count(w, kept)).toBe(before + 12)
  })
})
