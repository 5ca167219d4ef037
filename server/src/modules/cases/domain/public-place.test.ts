import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distance } from '#platform/geo'
import { publicPlace } from './public-place.ts'

const lon = fc.double({ min: 73, max: 135, noNaN: true })
const lat = fc.double({ min: 18, max: 53, noNaN: true })

it('tells a home to 50 m, the same for its neighbours, and a street exactly', () => {
  fc.assert(
    fc.property(lon, lat, (x, y) => {
      const told = publicPlace({ lon: x, lat: y, words: '3 号楼 2 单元 501' }, true, true)
      expect(told.words).toBeNull()
      expect(distance([x, y], [told.lon ?? 0, told.lat ?? 0])).toBeLessThan(36)
      expect(publicPlace({ lon: told.lon, lat: told.lat, words: null }, true, false)).toEqual({ lon: told.lon, lat: told.lat, words: null })
      expect(publicPlace({ lon: x, lat: y, words: '解放大街' }, false, false)).toEqual({ lon: x, lat: y, words: null })
    }),
  )
})

it('tells words of a street only when they were released, and no point where there is none', () => {
  expect(publicPlace({ lon: null, lat: null, words: '解放大街' }, false, true)).toEqual({ lon: null, lat: null, words: '解放大街' })
})
