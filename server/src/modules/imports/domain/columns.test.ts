import { describe, expect, it } from 'vitest'
import type { RegisterColumn } from '#platform/register'
import { cellText } from './cells.ts'
import { ColumnMapping, columnReader, headerLineOf, mappingFaults, suggest } from './columns.ts'

const column = (name: string, zh: string, headers: string[] = [], required = false): RegisterColumn => ({
  name,
  title: { zh, en: name },
  headers,
  required,
  personal: false,
})
const columns = [
  column('name', '名称', ['场所名称', '单位名称'], true),
  column('kind', '类型', ['场所类别'], true),
  column('address', '地址', ['详细地址']),
  column('phone', '电话'),
]

describe('a mapping', () => {
  it('is suggested by what headers are called, also in brackets, full width and with more around it', () => {
    expect(suggest(['序号', '场所名称（必填）', '类　型', '经营地址', 'ＰＨＯＮＥ'], columns)).toEqual({
      name: '场所名称（必填）',
      kind: '类　型',
      address: '经营地址',
      phone: 'ＰＨＯＮＥ',
    })
  })

  it('gives no header twice, and prefers what is called the same', () => {
    expect(suggest(['单位名称', '名称'], columns)).toEqual({ name: '单位名称' })
    expect(suggest(['地址电话', '电话'], columns)).toEqual({ phone: '电话', address: '地址电话' })
  })

  it('remembers what was said for the source, where the file still has the header', () => {
    expect(suggest(['甲', '名称', '乙'], columns, { name: '甲', kind: { constant: '小餐饮' }, phone: '没有了' })).toEqual({
      name: '甲',
      kind: { constant: '小餐饮' },
    })
  })

  it('names what is missing and what the file does not have', () => {
    const mapping = ColumnMapping.parse({ columns: { name: '名称', address: '住址', other: '名称' } })
    const { missing, unknown } = mappingFaults(mapping, columns, ['名称', '地址'])
    expect([missing.map((one) => one.name), unknown]).toEqual([['kind'], ['住址', 'other']])
  })

  it('reads rows, one value for all of them, and says what is empty', () => {
    const read = columnReader(ColumnMapping.parse({ columns: { name: '名称', kind: { constant: '小餐饮' }, address: '地址' } }), columns, [
      '名称',
      '地址',
    ])
    expect(read([' 面馆１ ', '和平路２号'])).toEqual({ cells: { name: '面馆1', kind: '小餐饮', address: '和平路2号' }, lacks: null })
    expect(read(['', 'x']).lacks).toEqual({ code: 'imports.empty', column: 'name', value: null, kind: 'unread' })
  })
})

it('finds the line of the header under a title', () => {
  const rows = [
    { line: 1, cells: ['和平社区九小场所台账', '', ''] },
    { line: 2, cells: ['填报人', '某某', ''] },
    { line: 3, cells: ['序号', '场所名称', '场所类别'] },
    { line: 4, cells: ['1', '面馆', '小餐饮'] },
  ]
  expect(headerLineOf(rows, columns)).toBe(3)
  expect(
    headerLineOf(
      [
        { line: 1, cells: ['标题', '', ''] },
        { line: 2, cells: ['a', 'b', 'c'] },
      ],
      columns,
    ),
  ).toBe(2)
})

it('cleans a cell and leaves its punctuation', () => {
  expect(cellText('　Ａ１２（南）\u0000\u00a0')).toBe('A12（南）')
  expect(cellText("'=1+1")).toBe('=1+1')
  expect(cellText("'quoted'")).toBe("'quoted'")
})
