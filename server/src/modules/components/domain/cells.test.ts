import fc from 'fast-check'
import { spotOf } from '#platform/geo'
import { describe, expect, it } from 'vitest'
import { cellChanges, levels, readingOf } from './cells.ts'
import { states } from './component.ts'

const one = fc.record({
  state: fc.constantFrom(...states),
  area: fc.constantFrom('990901001001001', '990901001002004', '990902001'),
  type: fc.constantFrom('01037', '03005'),
  lon: fc.double({ min: 121, max: 122, noNaN: true }),
  lat: fc.double({ min: 41, max: 42, noNaN: true }),
})
const placed = one.map((each) => ({ ...each, spot: spotOf(each.lon, each.lat) }))

describe('what cells count', () => {
  it('holds every component that is there once a level, with all types and with its own', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), (all) => {
        const there = all.filter((each) => each.state !== 'removed')
        const changes = cellChanges([], all)
        for (const level of levels) {
          for (const typed of [true, false]) {
            const cells = changes.filter((cell) => cell.level === level && (cell.type !== '') === typed)
            expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(there.length)
            expect(cells.reduce((sum, cell) => sum + cell.wrong, 0)).toBe(
              there.filter((each) => ['damaged', 'lost'].includes(each.state)).length,
            )
          }
        }
      }),
    )
  })

  it('comes to nothing when what came goes again', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 20 }), (all) => {
        expect(cellChanges(all, all)).toEqual([])
      }),
    )
  })

  it('changes one count when a component is damaged, and keeps the places', () => {
    const before = { state: 'intact' as const, area: '990901001001001', type: '01037', lon: 121.5, lat: 41.5, spot: spotOf(121.5, 41.5) }
    const changes = cellChanges([before], [{ ...before, state: 'damaged' }])
    expect(changes).toHaveLength(levels.length * 2)
    expect(changes.every((cell) => cell.n === 0 && cell.wrong === 1 && cell.lon === 0)).toBe(true)
  })

  it('is read from cells far away, from components near by, and apart at the nearest', () => {
    expect(readingOf({ z: 6, x: 0, y: 0 }, false)).toEqual({ level: 10, together: 9 })
    expect(readingOf({ z: 13, x: 0, y: 0 }, false)).toEqual({ level: 16, together: 16 })
    expect(readingOf({ z: 14, x: 0, y: 0 }, false)).toEqual({ level: null, together: 17 })
    expect(readingOf({ z: 13, x: 0, y: 0 }, true)).toEqual({ level: null, together: 16 })
    expect(readingOf({ z: 20, x: 0, y: 0 }, false)).toEqual({ level: null, together: 26 })
  })
})
