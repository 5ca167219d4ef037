import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeCalendar, naturalDays, publishedCalendarRows } from '#platform/calendar'
import { published } from '#platform/calendar/test/arbitraries'
import { publishedSlowly, slowly } from '#platform/calendar/test/slow-calendar'
import { replay } from '../replay.ts'
import { qingyuanOrder } from './qingyuan-order.ts'
import { randomWalk, walked } from './random-walk.ts'
import { slowDue, slowLife } from './slow-clock.ts'
import { people, Walker } from './walker.ts'
import { zhangwuOrder } from './zhangwu-order.ts'

const shanghai = (text: string) => new Date(`2026-${text}:00+08:00`)
const plain = { limits: {}, skipped: [] }
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })

function expectReplayed({ flow, noun, traces }: Walker) {
  const told = replay(flow, traces)
  expect(told.faults).toEqual([])
  expect([told.state, told.version]).toEqual([noun.state, noun.version])
  expect(told.clocks.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(noun.clocks.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
}

describe('replay', () => {
  it('gives back what is stored, at every version', () => {
    fc.assert(
      fc.property(randomWalk, (walk) => {
        walked(walk, expectReplayed)
      }),
      { numRuns: 300 },
    )
  })

  it('gives back every due time when it works them out again from the calendar', () => {
    fc.assert(
      fc.property(randomWalk, (walk) => {
        const { flow, noun, traces } = walked(walk)
        const due = (clocks: typeof noun.clocks) =>
          Object.fromEntries(clocks.map((life) => [life.name, [life.dueAt, life.warnAt, life.provisional]]))
        expect(due(replay(flow, traces, published).clocks)).toEqual(due(noun.clocks))
      }),
      { numRuns: 300 },
    )
  })

  it('finds a row that is missing, one that was put elsewhere and a clock that runs where it should not', () => {
    const walker = new Walker(zhangwuOrder, published, [plain], shanghai('11-23T09:00'))
    walker.move(people.branch, 'accept')
    walker.move(people.neighbour, 'take')
    const [first, second, third] = walker.traces
    expect(replay(zhangwuOrder, [first!, third!]).faults).toEqual(['3 leaves accepted, but the noun was requested', 'accept runs in taken'])
    expect(replay(zhangwuOrder, [first!, second!, second!]).faults).toContain('2 follows 2')
    expect(replay(zhangwuOrder, [second!]).faults).toEqual(['begins at 2'])
    expect(replay(zhangwuOrder, [first!, { ...second!, to_state: 'done' }]).faults).toEqual(['take runs in done'])
  })
})

describe('a corrected history', () => {
  it('corrects the due times, as a person with a paper calendar reads the corrected log', () => {
    fc.assert(
      fc.property(
        randomWalk,
        fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 3 }),
        fc.nat(2_000),
        (walk, wrong, later) => {
          const walker = walked(walk)
          for (const [which, where] of wrong) {
            const index = which % walker.log.length
            const to = walker.log[index + 1]?.at ?? walker.now
            const from = walker.log[index - 1]?.at ?? new Date(to.getTime() - 9e8)
            const minutes = Math.floor(((to.getTime() - from.getTime()) / 60_000) * where)
            walker.correct({ seq: walker.log[index]!.seq, at: new Date(from.getTime() + minutes * 60_000) })
            walker.pass(0)
            expectReplayed(walker)
            expectCorrected(walker)
          }
          walker.step({ minutes: later, pick: which(wrong), setting: 0 })
          walker.pass(0)
          expectReplayed(walker)
          expectCorrected(walker)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  const which = (wrong: readonly (readonly [number, number])[]) => wrong[0]?.[0] ?? 0

  function expectCorrected({ flow, noun, log, now }: Walker) {
    for (const life of noun.clocks) {
      const slow = slowLife(life.name, flow.clocks[life.name]!, log)!
      const due = slowDue(publishedSlowly, slow)
      expect([life.name, life.startedAt, life.dueAt]).toEqual([life.name, slow.start.toISOString(), due.toISOString()])
      expect(life.stoppedAt).toBe(slow.stopped?.toISOString() ?? null)
      expect(life.startedAt < life.warnAt && life.warnAt <= life.dueAt).toBe(true)
      const end = slow.stopped ?? slow.pausedSince ?? now
      if (slow.pausedSince === null || life.breachedAt !== null) expect(life.breachedAt !== null).toBe(due <= end)
    }
  }

  it('takes back a breach that was none, and leaves other promises alone', () => {
    const walker = new Walker(qingyuanOrder, published, [plain], shanghai('11-19T16:00'))
    walker.pass(60 * 24 * 4)
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    expect(walker.noun.clocks.find((life) => life.name === 'assign')).toMatchObject({ breachedAt: shanghai('11-20T17:00').toISOString() })
    const take = walker.noun.clocks.find((life) => life.name === 'take')
    walker.correct({ seq: 1, at: shanghai('11-19T15:00') })
    expect(walker.noun.clocks.find((life) => life.name === 'take')).toEqual(take)
    walker.correct({ seq: walker.log[1]!.seq, at: shanghai('11-20T16:30') })
    expect(walker.noun.clocks.find((life) => life.name === 'assign')).toMatchObject({
      breachedAt: null,
      stoppedAt: shanghai('11-20T16:30').toISOString(),
    })
    expect(walker.noun.clocks.find((life) => life.name === 'take')).toMatchObject({ dueAt: shanghai('11-21T16:30').toISOString() })
    expect(walker.traces.at(-1)).toMatchObject({
      move: 'history.corrected',
      facts: { corrects: walker.log[1]!.seq, at: shanghai('11-20T16:30').toISOString() },
      at: shanghai('11-23T16:00').toISOString(),
    })
  })

  it('refuses rows that are not there or tell nothing, times out of order and in the future', () => {
    const walker = new Walker(qingyuanOrder, published, [plain], shanghai('11-19T16:00'))
    walker.pass(60 * 24 * 4)
    expect(walker.traces.map((row) => row.move)).toContain('clock.breached')
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    const before = JSON.stringify(walker.noun)
    const [birth, assigned] = walker.log
    for (const [seq, at, code] of [
      [99, '11-20T10:00', 'errand.no-such-row'],
      [2, '11-20T10:00', 'errand.no-such-row'],
      [birth!.seq, '11-23T16:01', 'errand.correction-order'],
      [assigned!.seq, '11-19T15:59', 'errand.correction-order'],
      [assigned!.seq, '11-23T16:01', 'errand.correction-order'],
    ] as const) {
      expect(() => walker.correct({ seq, at: shanghai(at) })).toThrow(refused(code))
    }
    expect(JSON.stringify(walker.noun)).toBe(before)
  })
})

describe('a changed calendar', () => {
  const rows2027 = [
    { date: '2027-01-01', working: false, name: '元旦' },
    { date: '2027-01-04', working: false, name: '测试' },
    { date: '2027-01-09', working: true, name: '测试' },
    { date: '2027-02-05', working: false, name: '春节' },
  ]
  const rows = [...publishedCalendarRows(), ...rows2027]
  const later = makeCalendar(rows, { lastYear: 2027 })
  const laterSlowly = slowly(rows, 510, 1020)

  it('moves open promises and no closed one, by a trace that says so', () => {
    fc.assert(
      fc.property(randomWalk, fc.integer({ min: -20_000, max: 20_000 }), (walk, minutes) => {
        const walker = walked({ ...walk, start: new Date(shanghai('12-30T10:00').getTime() + minutes * 60_000) })
        const before = new Map(walker.noun.clocks.map((life) => [life.name, life]))
        const changed = walker.changeCalendar(later)
        for (const life of walker.noun.clocks) {
          const slow = slowLife(life.name, walker.flow.clocks[life.name]!, walker.log)!
          if (slow.stopped) expect(life).toEqual(before.get(life.name))
          else
            expect([life.dueAt, life.provisional]).toEqual([
              slowDue(laterSlowly, slow).toISOString(),
              life.dueAt >= '2028' && life.limit.unit.endsWith('Days'),
            ])
        }
        expect(changed).toBe(JSON.stringify([...before.values()]) !== JSON.stringify(walker.noun.clocks))
        expect(walker.traces.at(-1)?.move === 'calendar.changed').toBe(changed)
        expectReplayed(walker)
        expect(walker.changeCalendar(later)).toBe(false)
        expect(walker.finish()).toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('turns a provisional promise into a firm one', () => {
    const walker = new Walker(qingyuanOrder, published, [plain], shanghai('12-31T10:00'))
    expect(walker.noun.clocks[0]).toMatchObject({ dueAt: '2027-01-01T09:00:00.000Z', provisional: true })
    expect(walker.changeCalendar(later)).toBe(true)
    expect(walker.noun.clocks[0]).toMatchObject({ dueAt: '2027-01-05T09:00:00.000Z', provisional: false })
    expect(walker.noun.due_at).toBe('2027-01-05T09:00:00.000Z')
    expect(walker.traces.at(-1)).toMatchObject({ move: 'calendar.changed', facts: { lastYear: 2027 }, actor_kind: 'system' })
  })

  it('leaves a breach that it brings to the next tick, which tells of it and makes its move', () => {
    const unrated = { limits: { rating: naturalDays(2) }, skipped: [] }
    const walker = new Walker(qingyuanOrder, published, [unrated], new Date('2027-01-07T10:00:00+08:00'))
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    walker.move(people.water, 'take')
    walker.move(people.water, 'feedBack')
    walker.pass(60 * 24 * 3)
    expect(walker.noun).toMatchObject({ state: 'fedBack', due_at: '2027-01-11T09:00:00.000Z' })
    expect(walker.changeCalendar(later)).toBe(true)
    expect(walker.noun).toMatchObject({ due_at: '2027-01-09T09:00:00.000Z' })
    expect(walker.noun.clocks.find((life) => life.name === 'rating')?.breachedAt).toBeNull()
    walker.pass(0)
    expect(walker.noun.state).toBe('closed')
  })

  it('keeps what was true of closed clocks also when a step is corrected later', () => {
    const walker = new Walker(qingyuanOrder, published, [plain], shanghai('12-31T10:00'))
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    walker.pass(60)
    walker.move(people.water, 'take')
    const before = walker.noun.clocks.find((life) => life.name === 'assign')
    expect(before).toMatchObject({ dueAt: '2027-01-01T09:00:00.000Z' })
    walker.changeCalendar(later)
    walker.correct({ seq: walker.log[2]!.seq, at: shanghai('12-31T10:30') })
    expect(walker.noun.clocks.find((life) => life.name === 'assign')).toEqual(before)
    expect(walker.noun.clocks.find((life) => life.name === 'take')?.stoppedAt).toBe(shanghai('12-31T10:30').toISOString())
  })

  it('does not touch hours and minutes', () => {
    const walker = new Walker(zhangwuOrder, published, [plain], shanghai('12-31T10:00'))
    walker.move(people.branch, 'accept')
    expect(walker.changeCalendar(later)).toBe(false)
  })
})
