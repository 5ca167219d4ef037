import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { naturalDays } from '#platform/calendar'
import { published } from '#platform/calendar/test/arbitraries'
import { tick } from '../decide.ts'
import { life } from '../life.ts'
import { replay } from '../replay.ts'
import { atUnit, atRequester, branch, dispatcher, type Errand, requester, say } from './errand.ts'
import { people, Walker } from './walker.ts'

const { flow, move, clock } = life<Errand>()
const Until = z.strictObject({ until: z.iso.datetime() })

const extendable = flow('errand', {
  revision: 1,
  initial: 'requested',
  states: {
    requested: { say: say('办理中', 'Underway'), waitsFor: atUnit('等办', 'to be done') },
    asked: { say: say('等人', 'Waits'), waitsFor: atRequester('等您', 'for you') },
    done: { say: say('办好', 'Done'), final: true },
  },
  moves: {
    extend: move({
      say: say('延期', 'Extend'),
      from: ['requested', 'asked'],
      to: 'requested',
      by: dispatcher,
      asks: Until,
      clocks: (_, { until }) => ({ finish: { until: new Date(until) } }),
    }),
    ask: move({ say: say('问', 'Ask'), from: 'requested', to: 'asked', by: branch }),
    answer: move({ say: say('答', 'Answer'), from: 'asked', to: 'requested', by: requester }),
    finish: move({ say: say('办好', 'Finish'), from: ['requested', 'asked'], to: 'done', by: branch }),
  },
  clocks: { finish: clock({ say: say('时限', 'Limit'), limit: naturalDays(7), during: ['requested'], pausedIn: ['asked'] }) },
})

const shanghai = (text: string) => new Date(`2026-11-${text}:00+08:00`)
const iso = (text: string) => shanghai(text).toISOString()
const begun = () => new Walker(extendable, published, [{ limits: {}, skipped: [] }], shanghai('02T09:00'))
const at = (walker: Walker, text: string) => walker.pass((shanghai(text).getTime() - walker.now.getTime()) / 60_000)
const finish = (walker: Walker) => walker.noun.clocks[0]!

describe('a promise given anew', () => {
  it('replaces the limit, takes back warning and breach, and warns anew', () => {
    const walker = begun()
    at(walker, '10T09:00')
    expect(finish(walker)).toMatchObject({ dueAt: iso('09T17:00'), breachedAt: iso('09T17:00') })
    walker.move(people.dispatcher, 'extend', { until: iso('20T17:00') })
    expect(finish(walker)).toMatchObject({ dueAt: iso('20T17:00'), warnedAt: null, breachedAt: null, round: 1, limit: naturalDays(7) })
    at(walker, '21T09:00')
    expect(walker.traces.slice(-2).map((row) => [row.move, row.at])).toEqual([
      ['clock.warned', iso('17T01:00')],
      ['clock.breached', iso('20T17:00')],
    ])
  })

  it('moves by a pause that begins before it, and not by one that begins when it is late', () => {
    const walker = begun()
    walker.move(people.dispatcher, 'extend', { until: iso('12T17:00') })
    at(walker, '05T09:00')
    walker.move(people.branch, 'ask')
    expect([walker.noun.due_at, walker.noun.tick_at]).toEqual([null, null])
    at(walker, '07T09:00')
    walker.move(people.requester, 'answer')
    expect(walker.noun.due_at).toBe(iso('14T17:00'))
    at(walker, '15T09:00')
    walker.move(people.branch, 'ask')
    at(walker, '18T09:00')
    walker.move(people.requester, 'answer')
    expect(finish(walker)).toMatchObject({ dueAt: iso('14T17:00'), breachedAt: iso('14T17:00') })
    expect(replay(extendable, walker.traces).clocks).toEqual(walker.noun.clocks)
  })

  it('is provisional beyond the last published year', () => {
    const walker = begun()
    walker.move(people.dispatcher, 'extend', { until: '2027-01-29T09:00:00.000Z' })
    expect(finish(walker).provisional).toBe(true)
  })

  it('follows a correction of the pause that moved it', () => {
    const walker = begun()
    walker.move(people.dispatcher, 'extend', { until: iso('12T17:00') })
    at(walker, '05T09:00')
    walker.move(people.branch, 'ask')
    at(walker, '07T09:00')
    walker.move(people.requester, 'answer')
    at(walker, '08T09:00')
    walker.correct({ seq: 4, at: shanghai('06T09:00') })
    expect(finish(walker)).toMatchObject({ dueAt: iso('13T17:00'), pauses: [{ from: iso('05T09:00'), to: iso('06T09:00') }] })
    walker.correct({ seq: 3, at: shanghai('04T09:00') })
    expect(finish(walker).dueAt).toBe(iso('14T17:00'))
  })
})

describe('a limit', () => {
  it('is late from the due time on, whether a tick or a move comes first', () => {
    for (const [when, late] of [
      ['2026-11-09T08:59:59.999Z', null],
      ['2026-11-09T09:00:00.000Z', iso('09T17:00')],
    ] as const) {
      const walker = begun()
      walker.now = new Date(when)
      walker.move(people.branch, 'finish')
      expect(finish(walker).breachedAt).toBe(late)
    }
  })

  it('that stands still is neither warned of nor breached', () => {
    const walker = begun()
    walker.move(people.branch, 'ask')
    walker.now = shanghai('30T09:00')
    expect(tick(extendable, walker.noun, walker.moment(people.time))).toBeNull()
    walker.move(people.requester, 'answer')
    expect(finish(walker)).toMatchObject({ warnedAt: null, breachedAt: null })
  })

  it('that stood still when it was stopped is judged as if it had gone on', () => {
    const walker = begun()
    at(walker, '05T08:30')
    walker.move(people.branch, 'ask')
    at(walker, '12T17:00')
    walker.move(people.branch, 'finish')
    expect(finish(walker)).toMatchObject({ dueAt: iso('17T17:00'), stoppedAt: iso('12T17:00'), breachedAt: null })
    expect(replay(extendable, walker.traces, published).clocks).toEqual(walker.noun.clocks)
  })
})
