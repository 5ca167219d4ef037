import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeReader } from './times.ts'

const shanghai = timeReader(['yyyy/M/d H:mm:ss', 'yyyy-MM-dd HH:mm:ss', 'yyyy/M/d', 'yyyy年M月d日'], 'Asia/Shanghai')
const newYork = timeReader(['MM/dd/yyyy hh:mm:ss a'], 'America/New_York')

describe('times as files write them', () => {
  it('are read on the clocks of their zone', () => {
    expect(shanghai('2019/4/24 16:03:40')?.at.toISOString()).toBe('2019-04-24T08:03:40.000Z')
    expect(shanghai('2019-04-08 08:37:20')?.at.toISOString()).toBe('2019-04-08T00:37:20.000Z')
    expect(newYork('02/28/2023 11:45:00 PM')?.at.toISOString()).toBe('2023-03-01T04:45:00.000Z')
    expect(newYork('07/01/2023 12:00:00 AM')?.at.toISOString()).toBe('2023-07-01T04:00:00.000Z')
    expect(newYork('07/01/2023 12:30:00 PM')?.at.toISOString()).toBe('2023-07-01T16:30:00.000Z')
  })

  it('may be full width, and may lack the hour', () => {
    expect(shanghai(' ２０１９/４/２４ 16:03:40 ')?.at.toISOString()).toBe('2019-04-24T08:03:40.000Z')
    expect(shanghai('2018/4/24')).toEqual({ at: new Date('2018-04-23T16:00:00Z'), dateOnly: true, inGap: false })
    expect(shanghai('2018年4月24日')?.dateOnly).toBe(true)
  })

  it('are refused when no format fits or no such day, hour or minute exists', () => {
    for (const text of [
      '',
      'gestern',
      '2019/2/29 10:00:00',
      '2019/13/1 10:00:00',
      '2019/1/1 24:00:00',
      '2019/1/1 10:60:00',
      '2019/4/24T16:03:40Z',
      '20190424',
    ]) {
      expect(shanghai(text), text).toBeNull()
    }
    expect(newYork('02/28/2023 13:45:00 PM')).toBeNull()
    expect(newYork('02/28/2023 00:45:00 AM')).toBeNull()
  })

  it('are told when clocks were put forward over them, and of an hour that comes twice the first is meant', () => {
    expect(newYork('03/12/2023 02:30:00 AM')).toEqual({ at: new Date('2023-03-12T07:30:00Z'), dateOnly: false, inGap: true })
    expect(newYork('11/05/2023 01:30:00 AM')).toEqual({ at: new Date('2023-11-05T05:30:00Z'), dateOnly: false, inGap: false })
  })

  it('come back from any instant, in zones with and without summer time', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Lord_Howe']
    const readers = new Map(zones.map((zone) => [zone, timeReader(['yyyy-MM-dd HH:mm:ss'], zone)]))
    const seconds = fc.integer({ min: Date.UTC(1995, 0) / 1000, max: Date.UTC(2030, 0) / 1000 })
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (at, zone) => {
        const wall = new Date(at * 1000).toLocaleString('sv-SE', { timeZone: zone })
        const read = readers.get(zone)?.(wall)
        const again = read?.at.toLocaleString('sv-SE', { timeZone: zone })
        expect(again).toBe(wall)
        expect(read && read.at.getTime() <= at * 1000).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
