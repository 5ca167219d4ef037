import { expect, it } from 'vitest'
import { areaReader } from './named.ts'

const read = areaReader([
  { code: '990901', name: '细河区' },
  { code: '990901001', name: '和平街道' },
  { code: '990901001001', name: '幸福社区' },
  { code: '990901002', name: '中华街道' },
  { code: '990901002001', name: '幸福社区' },
  { code: '990901002002', name: '友谊社区' },
])

it('reads an area by code and by what people call it', () => {
  for (const text of [
    '友谊社区',
    '友谊',
    '中华街道友谊社区',
    '细河区 › 中华街道 › 友谊社区',
    '990901002002',
    '990901002002000',
    '友谊社区居委会',
  ])
    expect([text, read(text)]).toEqual([text, '990901002002'])
})

it('guesses nothing where two are called the same, unless more is said', () => {
  expect([read('幸福社区'), read('和平街道幸福社区'), read('没有'), read(''), read('990999')]).toEqual([
    null,
    '990901001001',
    null,
    null,
    null,
  ])
})
