import { describe, expect, it } from 'vitest'
import { hours, naturalDays, workingDays } from '#platform/calendar'
import { published } from '#platform/calendar/test/arbitraries'
import { waitsOf } from '../decide.ts'
import { qingyuanOrder } from './qingyuan-order.ts'
import { people, Walker, type WalkSettings } from './walker.ts'
import { zhangwuOrder } from './zhangwu-order.ts'

const shanghai = (text: string) => new Date(`2026-${text}:00+08:00`)
const plain: WalkSettings = { limits: {}, skipped: [] }
const dueOf = (walker: Walker, name: string) => walker.noun.clocks.find((life) => life.name === name)?.dueAt
const unit = { unit: 'departmentHandler:water:2109' }

describe('an area decides', () => {
  it('which optional step it does without: the life goes on past it', () => {
    const rated = new Walker(qingyuanOrder, published, [plain], shanghai('11-23T09:00'))
    const unrated = new Walker(qingyuanOrder, published, [{ ...plain, skipped: ['rate'] }], shanghai('11-23T09:00'))
    for (const walker of [rated, unrated]) {
      walker.move(people.dispatcher, 'assign', unit)
      walker.move(people.water, 'take')
      walker.move(people.water, 'feedBack')
    }
    expect([rated.noun.state, unrated.noun.state]).toEqual(['fedBack', 'closed'])
  })

  it('so that a skipped move is neither offered nor possible', () => {
    const walker = new Walker(zhangwuOrder, published, [{ ...plain, skipped: ['ask'] }], shanghai('11-23T09:00'))
    walker.move(people.branch, 'accept')
    walker.move(people.neighbour, 'take')
    expect(walker.choices().map(({ name }) => name)).toEqual(['finish'])
    expect(() => walker.move(people.neighbour, 'ask')).toThrow(expect.objectContaining({ code: 'errand.not-now' }))
  })

  it('nothing about steps that are not optional', () => {
    const walker = new Walker(zhangwuOrder, published, [{ ...plain, skipped: ['accept'] }], shanghai('11-23T09:00'))
    walker.move(people.branch, 'accept')
    expect(walker.noun.state).toBe('accepted')
  })

  it('limits, and whether their days are working or natural days: over National Day they differ', () => {
    const due = (limits: WalkSettings['limits']) =>
      dueOf(new Walker(qingyuanOrder, published, [{ limits, skipped: [] }], shanghai('09-29T10:00')), 'finish')
    expect(due({})).toBe('2026-10-08T09:00:00.000Z')
    expect(due({ finish: naturalDays(3) })).toBe('2026-10-08T09:00:00.000Z')
    expect(due({ finish: workingDays(3) })).toBe('2026-10-09T09:00:00.000Z')
    expect(due({ finish: workingDays(7) })).toBe('2026-10-14T09:00:00.000Z')
    expect(due({ finish: hours(24) })).toBe('2026-09-30T02:00:00.000Z')
  })

  it('for promises to come: a promise keeps the limit that it was given', () => {
    const walker = new Walker(
      qingyuanOrder,
      published,
      [plain, { limits: { finish: workingDays(15), take: hours(2) }, skipped: [] }],
      shanghai('11-23T09:00'),
    )
    const promised = dueOf(walker, 'finish')
    walker.step({ minutes: 10, pick: 0, setting: 1 })
    expect(walker.noun.state).toBe('assigned')
    expect(dueOf(walker, 'finish')).toBe(promised)
    expect(dueOf(walker, 'take')).toBe('2026-11-23T03:10:00.000Z')
  })

  it('who waits when it is late: the escalation joins the one who was waited for', () => {
    const walker = new Walker(qingyuanOrder, published, [plain], shanghai('11-23T09:00'))
    const waits = () => waitsOf(walker.flow, walker.noun, walker.setting).map((wait) => wait.post)
    expect(waits()).toEqual(['dispatcher:desk:2109'])
    walker.pass(60 * 24 * 2)
    expect(waits()).toEqual(['dispatcher:desk:2109', 'supervisor:desk:2109'])
    walker.move(people.dispatcher, 'assign', unit)
    expect(waits()).toEqual(['departmentHandler:water:2109'])
  })
})
