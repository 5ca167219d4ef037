import { describe, expect, it } from 'vitest'
import { gather, type Storm, type Waiting } from './storm.ts'

const start = Date.parse('2026-11-29T10:00:00Z')
const second = 1000

const alarm = (n: number, more: Partial<Waiting> = {}): Waiting => ({
  region: '990901',
  id: `alarm-${String(n).padStart(5, '0')}`,
  kind: 'lamp-silent',
  area: `99090100100${(n % 3) + 1}00${(n % 4) + 1}`,
  openedAt: start + n * second,
  waitSeconds: 120,
  ...more,
})

const alarms = (count: number, more: (n: number) => Partial<Waiting> = () => ({})): Waiting[] =>
  Array.from({ length: count }, (_, n) => alarm(n, more(n)))

describe('few alarms', () => {
  it('become a matter each, when their time is over and not before', () => {
    expect(gather(alarms(3), [], start + 60 * second)).toEqual([])
    expect(gather(alarms(3), [], start + 121 * second).map((one) => one.to)).toEqual(['case', 'case'])
  })

  it('of different kinds, counties or hours are no storm', () => {
    const kinds = alarms(40, (n) => ({ kind: `kind-${n % 4}` }))
    const counties = alarms(40, (n) => ({ region: `99090${n % 4}` }))
    const hours = alarms(40, (n) => ({ openedAt: start + n * 700 * second }))
    for (const some of [kinds, counties, hours]) {
      const found = gather(some, [], start + 100_000 * second)
      expect(found).toHaveLength(40)
      expect(new Set(found.map((one) => one.to))).toEqual(new Set(['case']))
    }
  })
})

describe('a storm', () => {
  it('waits until it is quiet, then is one matter of the smallest area that holds it', () => {
    const some = alarms(200)
    expect(gather(some.slice(0, 100), [], start + 100 * second)).toEqual([])
    const [one, ...others] = gather(some, [], start + 240 * second)
    expect(others).toEqual([])
    expect(one).toMatchObject({ to: 'storm', kind: 'lamp-silent', scope: '990901001' })
    expect(one && 'alarms' in one && one.alarms.length).toBe(200)
  })

  it('is judged after five minutes even if it goes on', () => {
    const some = alarms(10_000, (n) => ({ openedAt: start + n * 40 }))
    expect(gather(some, [], start + 400 * second)[0]).toMatchObject({ to: 'storm', scope: '990901001' })
  })

  it('leaves out what lies elsewhere', () => {
    const far = alarm(7, { id: 'far', area: '990901009001001' })
    const found = gather([...alarms(50), far], [], start + 500 * second)
    expect(found.map((one) => one.to).sort()).toEqual(['case', 'storm'])
    expect(found.find((one) => one.to === 'case')).toMatchObject({ alarm: { id: 'far' } })
  })

  it('over many towns is one of the county', () => {
    const wide = alarms(300, (n) => ({ area: `99090100${n % 9}001001` }))
    expect(gather(wide, [], start + 500 * second)).toMatchObject([{ to: 'storm', scope: '990901' }])
  })

  it('takes in those that follow in its area, until it has been quiet', () => {
    const storm: Storm = { region: '990901', id: 's', kind: 'lamp-silent', scope: '990901001', caseId: 'c', lastAt: start }
    const later = alarm(1, { openedAt: start + 599 * second })
    expect(gather([later], [storm], start + 600 * second)).toMatchObject([{ to: 'join', storm: { id: 's' } }])
    const muchLater = alarm(1, { openedAt: start + 601 * second })
    expect(gather([muchLater], [storm], start + 900 * second)).toMatchObject([{ to: 'case' }])
    expect(gather([alarm(1, { kind: 'bin-full' })], [storm], start + 900 * second)).toMatchObject([{ to: 'case' }])
  })
})

it('decides the same in any order', () => {
  const some = alarms(60)
  expect(gather(some.toReversed(), [], start + 500 * second)).toEqual(gather(some, [], start + 500 * second))
})
