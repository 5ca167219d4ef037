import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, publishedSlowly } from '#platform/calendar/test/slow-calendar'
import type { ClockLife } from '../clock.ts'
import { offered, waitsOf } from '../decide.ts'
import { randomWalk, walked } from './random-walk.ts'
import { slowDue, slowLife } from './slow-clock.ts'
import { everybody, inputs, isRefused, type Walker } from './walker.ts'

const many = { numRuns: 400 }

it('waits for somebody in every state but the last ones', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      walked(walk, ({ flow, noun, setting }) => {
        const waits = waitsOf(flow, noun, setting)
        if (!flow.states[noun.state]?.final) expect(waits.length).toBeGreaterThan(0)
        expect(new Set(waits.map((wait) => wait.post)).size).toBe(waits.length)
      })
    }),
    many,
  )
})

function expectPositive(life: ClockLife, now: Date) {
  expect(life.startedAt < life.warnAt && life.warnAt <= life.dueAt).toBe(true)
  expect(life.startedAt <= now.toISOString()).toBe(true)
  if (life.stoppedAt !== null) expect(life.startedAt <= life.stoppedAt && life.stoppedAt <= now.toISOString()).toBe(true)
  let last = life.startedAt
  for (const { from, to } of life.pauses) {
    expect(last <= from && (to === null || from <= to)).toBe(true)
    last = to ?? from
  }
  if (life.breachedAt !== null) expect(life.breachedAt).toBe(life.dueAt)
}

it('has clocks that are never negative, each once, running only where they should', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      walked(walk, ({ flow, noun, now }) => {
        expect(new Set(noun.clocks.map((life) => life.name)).size).toBe(noun.clocks.length)
        for (const life of noun.clocks) expectPositive(life, now)
        const running = noun.clocks.filter((life) => life.stoppedAt === null).map((life) => life.name)
        const wanted = Object.keys(flow.clocks).filter((name) => {
          const spec = flow.clocks[name]
          const here = spec?.during.includes(noun.state) ?? false
          return here || (spec?.pausedIn?.includes(noun.state) && running.includes(name))
        })
        expect(running.toSorted()).toEqual(wanted.toSorted())
      })
    }),
    many,
  )
})

it('offers just what it would let each person do, and a refused move changes nothing', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      walked(walk, (walker) => {
        const before = JSON.stringify(walker.noun)
        for (const actor of everybody) {
          const names = offered(walker.flow, walker.noun, walker.moment(actor)).map(({ move }) => move)
          for (const [name, { internal }] of Object.entries(walker.flow.moves)) {
            if (internal) expect(names).not.toContain(name)
            else expect(isRefused(walker, actor, name, inputs[name]?.[0])).toBe(!names.includes(name))
          }
        }
        expect(JSON.stringify(walker.noun)).toBe(before)
      })
    }),
    { numRuns: 100 },
  )
})

it('can always be brought to an end', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      const walker = walked(walk)
      expect(walker.finish()).toBe(true)
      expect(walker.noun.clocks.filter((life) => life.stoppedAt === null)).toEqual([])
      expect([walker.noun.tick_at, walker.noun.due_at]).toEqual([null, null])
    }),
    many,
  )
})

function expectAsRead(walker: Walker) {
  for (const [name, spec] of Object.entries(walker.flow.clocks)) {
    const life = walker.noun.clocks.find((one) => one.name === name)
    const slow = slowLife(name, spec, walker.log)
    if (!slow) {
      expect(life).toBeUndefined()
      continue
    }
    const due = slowDue(publishedSlowly, slow)
    expect([life?.round, life?.startedAt, life?.limit]).toEqual([slow.round, slow.start.toISOString(), slow.limit])
    expect(life?.stoppedAt).toBe(slow.stopped?.toISOString() ?? null)
    expect(life?.dueAt).toBe(due.toISOString())
    expect(life?.provisional).toBe(slow.limit.unit.endsWith('Days') && dateOf(due) >= '2027-01-01')
    const end = slow.stopped ?? slow.pausedSince ?? walker.now
    expect(life?.breachedAt !== null).toBe(due <= end)
  }
}

it('is due when a person with a paper calendar says so: over make-up days, midnight, pauses, changed settings and the last published year', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      expectAsRead(walked(walk))
    }),
    { numRuns: 300 },
  )
}, 120_000)

it('lists the earliest open promise and the next tick of those that run', () => {
  fc.assert(
    fc.property(randomWalk, (walk) => {
      walked(walk, ({ noun, now }) => {
        const running = noun.clocks.filter((life) => life.stoppedAt === null && life.pauses.every((pause) => pause.to !== null))
        expect(noun.due_at).toBe(running.map((life) => life.dueAt).toSorted()[0] ?? null)
        if (noun.tick_at !== null) expect(Date.parse(String(noun.tick_at))).toBeGreaterThan(now.getTime() - 60_000)
        expect(running.some((life) => life.breachedAt === null)).toBe(noun.tick_at !== null)
      })
    }),
    many,
  )
})
