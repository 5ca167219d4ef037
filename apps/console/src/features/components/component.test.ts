import { expect, test } from 'vitest'
import { changesOf, spaced } from './component.ts'
import type { ComponentView } from './component.ts'

const one = {
  name: '路灯1号',
  owner: { id: 1, name: '城管局', uscc: '', phone: null },
  keeper: { id: 2, name: '路灯所', uscc: '', phone: '12345' },
  supervisor: null,
  placeWords: '供销社门口',
  unitGrid: null,
  since: '2020-01-01',
  dataOrigin: null,
  remark: null,
  dwelling: null,
} as unknown as ComponentView

test('a code is read in the groups in which it is printed, in both editions', () => {
  expect(spaced('99090101037000012')).toBe('990901 01037 000012')
  expect(spaced('9909010118000012')).toBe('990901 0118 000012')
})

test('only what was changed is sent; what was emptied is sent as nothing', () => {
  const same = {
    name: '路灯1号',
    owner: { name: '城管局' },
    keeper: { name: '路灯所', phone: '12345' },
    placeWords: '供销社门口',
    since: '2020-01-01',
  }
  expect(changesOf(same, one)).toEqual({})
  const { placeWords: _, ...without } = same
  expect(changesOf({ ...without, name: '路灯2号', keeper: { name: '路灯二所', phone: '12345' } }, one)).toEqual({
    name: '路灯2号',
    keeper: { name: '路灯二所', phone: '12345' },
    placeWords: null,
  })
})
