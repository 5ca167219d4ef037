import { expect, test } from 'vitest'
import { emptyReport } from './draft.ts'
import { similarBody } from './similar.ts'

const about = { ...emptyReport, text: '楼道灯坏了', place: { lon: 121.6, lat: 42.01 }, phone: '13800000000', name: '王芳' }

test('asks with place and words, and with nothing about the person', () => {
  expect(similarBody(about)).toEqual({ text: '楼道灯坏了', place: { lon: 121.6, lat: 42.01, source: 'wgs84' } })
  expect(similarBody({ ...about, place: null, area: { code: '210911001001', name: '和平社区' } })).toMatchObject({ area: '210911001001' })
})

test('asks nothing before there is a place and a few words', () => {
  expect(similarBody({ ...about, text: '灯' })).toBeNull()
  expect(similarBody({ ...about, place: null, address: '3 号楼' })).toBeNull()
})
