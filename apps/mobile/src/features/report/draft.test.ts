import { expect, test } from 'vitest'
import { emptyReport, isPhone, lacksOf, reportBody, titleOf } from './draft.ts'

const said = { ...emptyReport, text: ' 楼道灯坏了 ', place: { lon: 121.6, lat: 42.01 }, address: '3 号楼 2 单元', phone: '13800000000' }

test('a sentence, a place and a phone are enough', () => {
  expect(lacksOf(said)).toEqual([])
  expect(lacksOf({ ...said, who: 'nobody', phone: '' })).toEqual([])
})

test('says what is lacking, and never a photo', () => {
  expect(lacksOf(emptyReport)).toEqual(['text', 'place', 'phone'])
  expect(lacksOf({ ...said, phone: '12' })).toEqual(['phoneShape'])
})

test('sends the pin with its words, trimmed', () => {
  expect(reportBody(said)).toEqual({
    text: '楼道灯坏了',
    place: { lon: 121.6, lat: 42.01, source: 'wgs84', words: '3 号楼 2 单元' },
    reporter: { phone: '13800000000' },
  })
})

test('a chosen community without a pin goes by its code, with the words', () => {
  const body = reportBody({ ...said, place: null, area: { code: '210911001001', name: '和平社区' } })
  expect(body).not.toHaveProperty('place')
  expect(body).toMatchObject({ area: '210911001001', address: '3 号楼 2 单元' })
})

test('an anonymous report carries neither name nor phone, whatever was typed before', () => {
  const body = reportBody({ ...said, who: 'nobody', name: '王芳' })
  expect(body).not.toHaveProperty('reporter')
  expect(body.anonymous).toBe(true)
})

test('phones that can be called back', () => {
  for (const good of ['13800000000', '138 0000 0000', '0418-8212345', '04188212345', '8212345']) expect(isPhone(good)).toBe(true)
  for (const bad of ['', '138000', '23800000000', 'abc', '13800000000; drop']) expect(isPhone(bad)).toBe(false)
})

test('a title is one line of forty characters', () => {
  expect(titleOf('路灯\n不亮')).toBe('路灯 不亮')
  expect(titleOf('灯'.repeat(50))).toHaveLength(40)
})

test('says which matter is the same only when the person said so', () => {
  expect(reportBody(said)).not.toHaveProperty('sameAs')
  expect(reportBody({ ...said, sameAs: '990901-261123-00001-5' })).toMatchObject({ sameAs: '990901-261123-00001-5' })
})
