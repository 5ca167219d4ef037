import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/context'
import type { Counts } from '#mechanisms/metric'
import { CaseLife } from '../commands/write-lives.ts'
import { counters, replayActor } from '../domain/figures/counters.ts'
import type { Case } from '../domain/case.ts'
import {
  adjudicator,
  agent,
  dispatcher,
  gridWorker,
  handler,
  Life,
  newCase,
  otherHandler,
  resident,
  staff,
  supervisor,
  system,
} from './people.ts'

/** What scripted lives count as, worked out by hand. Monday 2026-11-23, 09:00 in Shanghai, is hour 0; the next weekend lies beyond hour 111. */

const at = (hour: number): Date => new Date(Date.parse('2026-11-23T01:00:00Z') + hour * 3_600_000)

class Script {
  readonly life: CaseLife

  constructor(more: Partial<Case> = {}) {
    const life = new Life(newCase(more))
    this.life = new CaseLife(life.plan, life.matter)
  }

  case(hour: number, actor: Actor, name: string, input: object = {}): this {
    this.life.move(at(hour), actor, name, input)
    return this
  }

  order(hour: number, actor: Actor, name: string, input: object = {}): this {
    const order = this.life.orders.findLast((one) => one.lead)
    if (!order) throw new Error('there is no order')
    this.life.moveOrder(at(hour), actor, order, name, input)
    return this
  }

  dispatched(hour = 1): this {
    return this.case(hour, dispatcher, 'dispatch', { lead: 'housing' })
  }

  answered(hour: number, kind = 'solved'): this {
    return this.order(hour, handler, 'feedback', {
      kind,
      words: '办了',
      ...(kind === 'unsolvable' && { plan: '计划', reviewAt: at(480).toISOString() }),
    })
  }

  get counts(): Counts {
    const sum: Record<string, number> = {}
    for (const noun of [this.life.noun, ...this.life.orders])
      for (const [name, n] of Object.entries(noun.tally?.n ?? {})) sum[name] = (sum[name] ?? 0) + n
    return sum
  }
}

describe('a matter that goes well', () => {
  const script = new Script()
  it('is reported, then accepted and handed over', () => {
    expect(script.counts).toEqual({ reported: 1 })
    expect(script.dispatched().counts).toEqual({ reported: 1, accepted: 1, steps: 1, handOverDue: 1, handOverKept: 1, orders: 1 })
  })
  it('counts the unit’s hours and its promise', () => {
    script.order(3, handler, 'acknowledge').answered(11)
    expect(script.counts).toEqual({
      reported: 1,
      accepted: 1,
      answered: 1,
      steps: 3,
      orders: 1,
      handedIn: 1,
      heldMinutes: 600,
      acknowledgements: 1,
      acknowledgeMinutes: 120,
      handOverDue: 1,
      handOverKept: 1,
      acknowledgeDue: 1,
      acknowledgeKept: 1,
      finishDue: 1,
      finishKept: 1,
    })
  })
  it('is solved when the reporter says so, at the level of the unit that led', () => {
    expect(script.case(20, resident, 'say', { solved: 'yes', satisfied: 5 }).counts).toMatchObject({
      closed: 1,
      everClosed: 1,
      asked: 1,
      solved: 1,
      solvedAbove: 1,
      reporterAsked: 1,
      graded: 1,
      satisfied: 1,
    })
    expect(script.counts).not.toHaveProperty('saidNothing')
  })
  it('is no longer solved when the reporter says that it was not, and stays in the count of what was reopened', () => {
    const again = script.case(40, resident, 'reopen', { words: '又漏了' }).counts
    expect(again).toMatchObject({ asked: 1, notSolved: 1, reopened: 1, reworked: 1, everClosed: 1 })
    expect(again).not.toHaveProperty('solved')
    expect(again).not.toHaveProperty('closed')
  })
})

describe('silence', () => {
  const script = new Script().dispatched().order(2, handler, 'acknowledge').answered(10)
  it('is in no base while the reporter still has time', () => expect(script.counts).not.toHaveProperty('asked'))
  it('is in the base and never solved, whatever the unit claimed', () => {
    script.case(10 + 7 * 24, system, 'reporterSilent')
    expect(script.counts).toMatchObject({ asked: 1, saidNothing: 1, reporterAsked: 1, ungraded: 1 })
    script.case(10 + 7 * 24 + 2, agent, 'callBack', { contacted: false })
    expect(script.counts).toMatchObject({ closed: 1, asked: 1, saidNothing: 1, callbackDue: 1, callbackKept: 1 })
    expect(script.counts).not.toHaveProperty('solved')
  })
})

describe('promises', () => {
  it('that were broken stay broken when the work is good the second time', () => {
    const script = new Script().dispatched().order(60, handler, 'acknowledge').answered(70)
    expect(script.counts).toMatchObject({ acknowledgeDue: 1 })
    expect(script.counts).not.toHaveProperty('acknowledgeKept')
    script.case(80, resident, 'say', { solved: 'no', satisfied: 1 })
    script.order(81, handler, 'acknowledge').answered(82)
    expect(script.counts).toMatchObject({ acknowledgeDue: 1, reworked: 1, graded: 1, finishDue: 1, finishKept: 1 })
    expect(script.counts).not.toHaveProperty('acknowledgeKept')
    expect(script.counts).not.toHaveProperty('satisfied')
  })
  it('are not kept by giving up: a deferral is a figure of its own', () => {
    const script = new Script().dispatched().order(2, handler, 'acknowledge').answered(10, 'unsolvable')
    expect(script.counts).toMatchObject({ deferred: 1, answered: 1 })
    expect(script.counts).not.toHaveProperty('finishDue')
    expect(script.counts).not.toHaveProperty('asked')
  })
  it('of a matter that goes elsewhere are nobody’s', () => {
    expect(new Script().case(2, dispatcher, 'refer', { channel: 'litigation', words: '请向法院起诉' }).counts).toEqual({
      reported: 1,
      steps: 1,
      handOverDue: 1,
      handOverKept: 1,
    })
  })
})

describe('an order', () => {
  it('that is returned and objected to lies with others meanwhile, and is counted once', () => {
    const reason = { reason: 'notOurDuty', words: '不是本单位职责' }
    const script = new Script().dispatched(0).order(2, handler, 'return', reason)
    script.order(10, dispatcher, 'answerReturn', { decision: 'insist', words: '按目录' }).order(11, handler, 'object', reason)
    script.order(15, adjudicator, 'rule', { decision: 'insist', words: '裁定' }).order(16, handler, 'acknowledge').answered(20)
    expect(script.counts).toMatchObject({
      orders: 1,
      returned: 1,
      objected: 1,
      heldMinutes: 60 * (2 + 1 + 5),
      answerReturnKept: 1,
      adjudicateKept: 1,
    })
  })
  it('that is sent on counts for both units, and the matter where it now lies', () => {
    const script = new Script().dispatched(0).order(1, handler, 'return', { reason: 'notOurDuty', words: '不是本单位职责' })
    script.order(2, dispatcher, 'answerReturn', { decision: 'redispatch', unit: 'water', words: '改派' })
    script.order(4, otherHandler, 'acknowledge')
    expect(script.life.noun.lead_unit).toBe('water')
    expect(script.life.orders.map((one) => [one.unit, one.tally?.n['returned'] ?? 0, one.tally?.n['acknowledgeKept'] ?? 0])).toEqual([
      ['housing', 1, 1],
      ['water', 0, 1],
    ])
  })
})

describe('an anonymous matter', () => {
  it('is solved by a verifier’s word and stands outside of what reporters were asked', () => {
    const script = new Script({ anonymous: true, reporter_account: null, has_phone: false })
      .dispatched()
      .order(2, handler, 'acknowledge')
      .answered(10)
    script.case(20, { ...gridWorker, id: 'a-verifier' }, 'verify', { solved: 'yes', words: '到现场看过' })
    expect(script.counts).toMatchObject({ closed: 1, asked: 1, solved: 1, verifyDue: 1, verifyKept: 1 })
    expect(script.counts).not.toHaveProperty('reporterAsked')
  })
})

describe('what is left out', () => {
  it('are moves that a replay dated by a rule: such a matter is in no figure but that one', () => {
    const replayer: Actor = { ...staff('x', 'dispatcher', 'centre'), kind: 'system', id: replayActor }
    const script = new Script()
    expect(script.counts).toEqual({ reported: 1 })
    expect(script.case(1, replayer, 'dispatch', { lead: 'housing' }).counts).toEqual({ datedByRule: 1 })
    expect(script.order(2, handler, 'acknowledge').answered(9).counts).toEqual({ datedByRule: 1 })
  })
  it('is a matter that another county goes on with: it is counted there', () => {
    const script = new Script().case(1, dispatcher, 'transfer', { county: '990902', words: '属于那边' })
    expect(script.counts).toEqual({ transferred: 1 })
    const there = [...script.life.plan.held.values()].find((one) => one.now.region === '990902')?.now as Case
    expect(there.tally?.n).toEqual({ reported: 1 })
  })
  it('is nothing that reminders, cards and words of the reporter do', () => {
    const script = new Script().dispatched().case(2, supervisor, 'remind', { words: '请抓紧' })
    script.case(3, resident, 'addWords', { words: '补充' })
    expect(script.counts).toEqual({ reported: 1, accepted: 1, steps: 2, handOverDue: 1, handOverKept: 1, orders: 1 })
  })
})

it('keeps every counter in its place', () => {
  expect(counters.slice(0, 8)).toEqual(['reported', 'accepted', 'closed', 'answered', 'deferred', 'reworked', 'everClosed', 'reopened'])
  expect(counters.indexOf('steps')).toBe(23)
  expect(counters.indexOf('decideExtensionKept')).toBe(51)
  expect(new Set(counters).size).toBe(counters.length)
})
