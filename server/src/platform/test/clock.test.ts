import { describe, expect, it } from 'vitest'
import { cityClock } from '../clock.ts'

const [minute, hour, day, year] = [60_000, 3_600_000, 86_400_000, 365 * 86_400_000]
const begun = Date.parse('2026-11-23T01:00:00Z')

/** A machine whose time can be set, and that can only ever be up longer. */
function machine() {
  const state = { wall: begun, up: 5000 }
  const told: number[] = []
  const clock = cityClock((leap) => told.push(Math.round(leap / minute)), { wall: () => state.wall, steady: () => state.up })
  return {
    told,
    clock,
    set: (by: number) => void (state.wall += by),
    pass: (time: number) => {
      for (let left = time; left > 0; left -= minute) {
        state.wall += Math.min(left, minute)
        state.up += Math.min(left, minute)
        clock.now()
      }
    },
    since: () => clock.now().getTime() - begun,
  }
}

describe('the city’s time', () => {
  it('is the machine’s, its small corrections included', () => {
    const { clock, set, pass, since, told } = machine()
    pass(hour)
    set(90_000)
    pass(hour)
    expect([since(), clock.leap(), told]).toEqual([2 * hour + 90_000, 0, []])
  })

  it.each([
    ['an hour back', -hour],
    ['a day back', -day],
    ['a year forward', year],
    ['a year back', -year],
  ])('goes on evenly when the machine leaps %s and back again within five minutes', (_, leap) => {
    const { clock, set, pass, since, told } = machine()
    pass(hour)
    set(leap)
    expect([since(), clock.leap()]).toEqual([hour, leap])
    pass(5 * minute)
    expect(since()).toBe(hour + 5 * minute)
    set(-leap)
    expect([since(), clock.leap()]).toEqual([hour + 5 * minute, 0])
    expect(told).toEqual([leap / minute, 0])
  })

  it('follows a leap of up to a day that the machine stands by for ten minutes', () => {
    const { clock, set, pass, since } = machine()
    set(hour)
    pass(9 * minute)
    expect(since()).toBe(9 * minute)
    pass(2 * minute)
    expect([since(), clock.leap()]).toEqual([hour + 11 * minute, 0])
  })

  it('never follows a larger one by itself, however long it stands', () => {
    const { clock, set, pass, since } = machine()
    set(year)
    pass(2 * day)
    expect([since(), clock.leap()]).toEqual([2 * day, year])
  })

  it('does not believe a machine that leaps on and on', () => {
    const { set, pass, since } = machine()
    for (let n = 0; n < 8; n++) {
      set(hour)
      pass(3 * minute)
    }
    expect(since()).toBe(24 * minute)
  })
})
