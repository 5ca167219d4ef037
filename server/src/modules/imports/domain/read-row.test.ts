import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, Mapping, type MappingInput } from './mapping.ts'
import { placeFinder } from './place-table.ts'
import { problems } from './problems.ts'
import { missingColumns, type ReadRow, rowReader, type UnreadRow } from './read-row.ts'

const base: MappingInput = {
  system: 'board',
  timeZone: 'Asia/Shanghai',
  formats: ['yyyy/M/d H:mm:ss', 'yyyy/M/d'],
  id: 'id',
  text: ['subject', 'detail'],
  reportedAt: 'at',
  reply: 'reply',
  repliedAt: 'replied',
  place: [
    { by: 'point', lon: 'lon', lat: 'lat', datum: 'gcj02' },
    { by: 'area', column: 'area', table: { 某区: '210902' } },
    { by: 'text', columns: ['subject', 'detail'], table: [{ token: 'A#区', area: '210903' }] },
  ],
  address: ['street'],
  reporter: { name: 'name', phone: 'phone' },
}
const header = ['id', 'subject', 'detail', 'at', 'reply', 'replied', 'lon', 'lat', 'area', 'street', 'name', 'phone', 'kind']
const now = new Date('2026-11-23T01:00:00Z')
const good = {
  id: '7',
  subject: '路灯不亮',
  detail: '三天了',
  at: '2026/11/20 9:00:00',
  reply: '已修',
  replied: '2026/11/21 9:00:00',
  lon: '121.6',
  lat: '42.0',
  area: '某区',
  street: '中华路 1 号',
  name: '张三',
  phone: '139 0000 0000',
}

function read(values: Partial<Record<string, string>>, more: Partial<MappingInput> = {}): ReadRow & UnreadRow {
  const reader = rowReader(Mapping.parse({ ...base, ...more }), header, now)
  const row: Record<string, string | undefined> = { ...good, ...values }
  return reader(
    header.map((name) => row[name] ?? ''),
    5,
  ) as ReadRow & UnreadRow
}
const oddities = (values: Partial<Record<string, string>>, more: Partial<MappingInput> = {}): string[] =>
  read(values, more).odd.map((one) => one.code)

describe('a row', () => {
  it('becomes a report with its place guesses in the declared order', () => {
    expect(read({})).toEqual({
      line: 5,
      id: '7',
      text: '路灯不亮\n三天了',
      category: null,
      reportedAt: new Date('2026-11-20T01:00:00Z'),
      reply: '已修',
      repliedAt: new Date('2026-11-21T01:00:00Z'),
      places: [
        { by: 'point', lon: 121.6, lat: 42, source: 'gcj02' },
        { by: 'area', code: '210902' },
      ],
      words: '中华路 1 号',
      reporter: { name: '张三', phone: '13900000000' },
      odd: [],
    })
  })

  it('is not read without an id, words or a time that can be', () => {
    const codes = (values: Record<string, string>) => read(values).unread.code
    expect(codes({ id: ' ' })).toBe('imports.no-id')
    expect(codes({ id: 'x'.repeat(121) })).toBe('imports.no-id')
    expect(codes({ subject: '', detail: '\u0000 ' })).toBe('imports.no-text')
    expect(codes({ detail: '字'.repeat(4001) })).toBe('imports.text-too-long')
    expect(codes({ detail: '坏\ufffd了' })).toBe('imports.broken-text')
    expect(codes({ at: '' })).toBe('imports.no-time')
    expect(codes({ at: '2031/1/1 8:00:00' })).toBe('imports.future')
    expect(read({ at: '31.12.2025' }).unread).toEqual({ line: 5, code: 'imports.bad-time', column: 'at', value: '31.12.2025' })
  })

  it('is taken in and told of when it is odd', () => {
    expect(oddities({ lon: '', lat: '' })).toEqual(['imports.no-coordinates'])
    expect(oddities({ lon: 'east', lat: '42' })).toEqual(['imports.bad-coordinates'])
    expect(oddities({ lon: '0', lat: '0' })).toEqual(['imports.bad-coordinates'])
    expect(oddities({ replied: '2026/11/19 9:00:00' })).toEqual(['imports.answered-before-reported'])
    expect(oddities({ replied: 'soon' })).toEqual(['imports.bad-reply-time'])
    expect(oddities({ at: '2026/11/20' })).toEqual(['imports.date-only'])
    expect(oddities({ phone: '12345' })).toEqual(['imports.bad-phone'])
    expect(read({ phone: '12345' }).reporter).toEqual({ name: '张三' })
  })

  it('never repeats what is a person’s in its problems', () => {
    const text = JSON.stringify(read({ phone: '12345', name: '李四' }).odd)
    expect(text).not.toContain('12345')
    expect(text).not.toContain('李四')
  })

  it('finds its place by the table, by a code, by a name, by the first word of the text', () => {
    const places = (values: Record<string, string>) => read({ lon: '', lat: '', ...values }).places
    expect(places({ area: '210922' })).toEqual([{ by: 'area', code: '210922' }])
    expect(places({ area: '细河区' })).toEqual([{ by: 'name', name: '细河区', column: 'area' }])
    expect(places({ area: '', subject: '请看 A12区' })).toEqual([{ by: 'area', code: '210903' }])
    expect(places({ area: 'constructor' })).toEqual([{ by: 'name', name: 'constructor', column: 'area' }])
    expect(places({ area: '' })).toEqual([])
  })

  it('takes its category from the column, the table or a constant', () => {
    const category = (more: MappingInput['category'], kind: string) => read({ kind }, { category: more }).category
    expect(category({ column: 'kind' }, '20003')).toBe('20003')
    expect(category({ column: 'kind', table: { lamp: '20004' } }, 'lamp')).toBe('20004')
    expect(category({ column: 'kind', table: { lamp: '20004' } }, 'toString')).toBeNull()
    expect(category({ constant: '29999' }, '')).toBe('29999')
  })

  it('is read without a word thrown, whatever stands in it', () => {
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units))
    const cell = fc.oneof(anything, fc.constantFrom('', '2026/11/20', '121.6', '=1+1', "'; drop table", '<b>'))
    const reader = rowReader(Mapping.parse(base), header, now)
    fc.assert(
      fc.property(fc.array(cell, { minLength: 0, maxLength: 14 }), (cells) => {
        const row = reader(cells, 9) as ReadRow & UnreadRow
        const found = row.unread ? [row.unread] : row.odd
        for (const one of found) expect(Object.hasOwn(problems, one.code)).toBe(true)
        if (!row.unread) expect(row.text.length).toBeLessThanOrEqual(4000)
        expect(/(?![\n\t])\p{Cc}|\p{Surrogate}/u.test(row.text ?? '')).toBe(false)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a mapping', () => {
  it('names its columns, and the file says which of them it lacks', () => {
    const mapping = Mapping.parse(base)
    expect(columnsOf(mapping).toSorted()).toEqual(header.filter((name) => name !== 'kind').toSorted())
    expect(missingColumns(mapping, ['id', ' subject ', 'detail', 'at', 'lon', 'lat', 'area'])).toEqual([
      'street',
      'reply',
      'replied',
      'name',
      'phone',
    ])
  })

  it('refuses unknown fields, zones, formats and areas', () => {
    const fails = (more: object) => Mapping.safeParse({ ...base, ...more }).success
    expect(fails({ surprise: 1 })).toBe(false)
    expect(fails({ timeZone: 'Mars/Olympus' })).toBe(false)
    expect(fails({ formats: ['yesterday'] })).toBe(false)
    expect(fails({ formats: ['yyyy-MM'] })).toBe(false)
    expect(fails({ system: 'Board One' })).toBe(false)
    expect(fails({ place: [{ by: 'text', columns: ['subject'], table: [{ token: 'A', area: '21' }] }] })).toBe(false)
    expect(fails({})).toBe(true)
  })
})

describe('a place table', () => {
  it('takes the first word, and of several there the longest', () => {
    const find = placeFinder([
      { token: 'A市', area: '2109' },
      { token: 'A#区', area: '210902' },
      { token: 'A7区', area: '210904' },
      { token: 'A7区北', area: '210905' },
    ])
    expect(find(['在A市A3区'])?.area).toBe('2109')
    expect(find(['在A3区A市'])?.area).toBe('210902')
    expect(find(['', 'A7区北街'])?.area).toBe('210905')
    expect(find(['B3区'])).toBeNull()
  })

  it('takes no letter for a pattern', () => {
    const find = placeFinder([{ token: 'A.*(', area: '2109' }])
    expect(find(['Axx('])).toBeNull()
    expect(find(['看A.*('])?.area).toBe('2109')
  })
})
