import { expect, test } from 'vitest'
import { emptySpot, spotBody, spotLacks, spotPhotosAt } from './spot.ts'

const found = {
  ...emptySpot,
  text: '井盖翘起',
  place: { lon: 121.6, lat: 42.01 },
  category: { code: '01002', name: { zh: '污水井盖', en: 'Sewer cover' }, emergency: null },
}

test('a photo and a reporter are never asked for', () => {
  expect(spotLacks({ ...found, end: 'passedOn' })).toEqual([])
  expect(spotLacks({ ...found, end: 'settled', result: '已盖好压实' })).toEqual([])
})

test('what was settled here says how', () => {
  expect(spotLacks({ ...found, end: 'settled' })).toEqual(['result'])
  expect(spotLacks(emptySpot)).toEqual(['text', 'place', 'end'])
})

test('settled: result and photos go together; passed on: neither', () => {
  const settled = { ...found, end: 'settled' as const, result: '已盖好' }
  expect(spotBody(settled)).toMatchObject({ channel: 'gridWorker', category: '01002', onSpot: { result: '已盖好' } })
  expect(spotPhotosAt(settled)).toEqual(['onSpot', 'photos'])
  const passed = { ...found, end: 'passedOn' as const, result: '没用' }
  expect(spotBody(passed)).not.toHaveProperty('onSpot')
  expect(spotPhotosAt(passed)).toEqual(['photos'])
})

test('a neighbour who asked is named only when he wants to be', () => {
  expect(spotBody({ ...found, end: 'passedOn' })).not.toHaveProperty('reporter')
  expect(spotBody({ ...found, end: 'passedOn', phone: '138 0000 0000' }).reporter).toEqual({ phone: '13800000000' })
})
