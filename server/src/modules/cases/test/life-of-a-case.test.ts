import { expect, it } from 'vitest'
import type { Actor } from '#platform/context'
import { Refusal } from '#platform/refusal'
import { replay } from '#mechanisms/flow'
import { caseFlow } from '../domain/case-flow.ts'
import { caseConsequences } from '../domain/moves/case-moves.ts'
import { presentOrders } from '../domain/moves/matter.ts'
import { orderConsequences } from '../domain/moves/order-moves.ts'
import { adjudicator, agent, dispatcher, gridWorker, handler, Life, newCase, otherHandler, resident, supervisor, system } from './people.ts'

function move(life: Life, actor: Actor, at: string, name: string, input: unknown = {}): void {
  life.plan.turn(new Date(at), actor)
  const after = life.plan.move(life.matter.kinds.case, life.matter.noun, name, input)
  caseConsequences[name]?.(life.plan, life.matter, input as never, after)
}

function moveOrder(life: Life, unit: string, actor: Actor, at: string, name: string, input: unknown = {}): void {
  life.plan.turn(new Date(at), actor)
  const order = presentOrders(life.plan, life.matter).findLast((one) => one.unit === unit)
  if (!order) throw new Error(`no order of ${unit}`)
  const after = life.plan.move(life.matter.kinds.order, order, name, input)
  orderConsequences[name]?.(life.plan, { noun: order, key: null, whole: life.matter }, input as never, after)
}

function refusal(work: () => void): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'not refused'
}

const words = { words: '现场看过，换了灯' }

function dispatched(): Life {
  const life = new Life(newCase())
  move(life, dispatcher, '2026-11-23T02:00:00Z', 'dispatch', { lead: 'housing' })
  return life
}

function fedBack(kind = 'solved', more: object = {}): Life {
  const life = dispatched()
  moveOrder(life, 'housing', handler, '2026-11-23T03:00:00Z', 'acknowledge')
  moveOrder(life, 'housing', handler, '2026-11-24T03:00:00Z', 'feedback', { kind, ...words, ...more })
  return life
}

it('goes from the report to the reporter’s own verdict', () => {
  const life = fedBack()
  expect(life.noun.state).toBe('callback')
  move(life, resident, '2026-11-25T03:00:00Z', 'say', { solved: 'yes', satisfied: 5 })
  expect(life.noun).toMatchObject({ state: 'closed', verdict: 'yes', satisfaction: 5 })
})

it('promises to finish in seven natural days and to be acknowledged in one working day', () => {
  const life = dispatched()
  const due = (name: string) => life.noun.clocks.find((one) => one.name === name)?.dueAt
  expect(due('finish')).toBe('2026-11-30T09:00:00.000Z')
  const [order] = presentOrders(life.plan, life.matter)
  expect(order?.clocks.find((one) => one.name === 'acknowledge')?.dueAt).toBe('2026-11-24T09:00:00.000Z')
})

it('is returned once with a reason, then objected to, then ruled on; the ruling binds', () => {
  const life = dispatched()
  const reason = { reason: 'notOurDuty', ...words }
  moveOrder(life, 'housing', handler, '2026-11-23T03:00:00Z', 'return', reason)
  moveOrder(life, 'housing', dispatcher, '2026-11-23T04:00:00Z', 'answerReturn', { decision: 'insist', ...words })
  expect(refusal(() => moveOrder(life, 'housing', handler, '2026-11-23T05:00:00Z', 'return', reason))).toBe('order.returned-before')
  moveOrder(life, 'housing', handler, '2026-11-23T05:00:00Z', 'object', reason)
  moveOrder(life, 'housing', adjudicator, '2026-11-23T06:00:00Z', 'rule', { decision: 'insist', ...words })
  expect(refusal(() => moveOrder(life, 'housing', handler, '2026-11-23T07:00:00Z', 'object', reason))).toBe('order.ruled')
})

it('goes to another unit when a return is answered so, and that unit leads', () => {
  const life = dispatched()
  moveOrder(life, 'housing', handler, '2026-11-23T03:00:00Z', 'return', { reason: 'notOurDuty', ...words })
  moveOrder(life, 'housing', dispatcher, '2026-11-23T04:00:00Z', 'answerReturn', { decision: 'redispatch', unit: 'water', ...words })
  expect(life.noun).toMatchObject({ lead_unit: 'water', orders_open: 1, state: 'open' })
  moveOrder(life, 'water', otherHandler, '2026-11-23T05:00:00Z', 'acknowledge')
  moveOrder(life, 'water', otherHandler, '2026-11-23T06:00:00Z', 'feedback', { kind: 'explained', ...words })
  expect(life.noun).toMatchObject({ state: 'callback', outcome: 'explained' })
})

it('waits for every supporting unit before it leaves open', () => {
  const life = new Life(newCase())
  move(life, dispatcher, '2026-11-23T02:00:00Z', 'dispatch', { lead: 'housing', support: ['water'] })
  moveOrder(life, 'housing', handler, '2026-11-23T03:00:00Z', 'acknowledge')
  moveOrder(life, 'housing', handler, '2026-11-23T04:00:00Z', 'feedback', { kind: 'partly', ...words })
  expect(life.noun).toMatchObject({ state: 'open', orders_open: 1 })
  moveOrder(life, 'water', otherHandler, '2026-11-23T05:00:00Z', 'acknowledge')
  moveOrder(life, 'water', otherHandler, '2026-11-23T06:00:00Z', 'feedback', { kind: 'solved', ...words })
  expect(life.noun).toMatchObject({ state: 'callback', outcome: 'partly', orders_open: 0 })
})

it('comes back twice by right when the reporter says it is not solved; then a supervisor decides', () => {
  const life = fedBack()
  for (const [day, state] of [
    ['25', 'open'],
    ['27', 'open'],
    ['29', 'reopenRequested'],
  ] as const) {
    if (life.noun.state === 'open') {
      moveOrder(life, 'housing', handler, `2026-11-${day}T01:00:00Z`, 'acknowledge')
      moveOrder(life, 'housing', handler, `2026-11-${day}T02:00:00Z`, 'feedback', { kind: 'solved', ...words })
    }
    move(life, resident, `2026-11-${day}T03:00:00Z`, 'say', { solved: 'no' })
    expect(life.noun.state).toBe(state)
  }
  move(life, supervisor, '2026-11-30T03:00:00Z', 'decideReopen', { grant: false, words: '已经尽力' })
  expect(life.noun).toMatchObject({ state: 'closed', verdict: 'no' })
})

it('is never solved by silence', () => {
  const life = fedBack()
  expect(refusal(() => move(life, agent, '2026-11-25T03:00:00Z', 'callBack', { contacted: true, solved: 'yes' }))).toBe(
    'case.reporter-first',
  )
  move(life, system, '2026-12-01T09:00:00Z', 'reporterSilent')
  move(life, agent, '2026-12-02T03:00:00Z', 'callBack', { contacted: false })
  expect(life.noun).toMatchObject({ state: 'closed', verdict: 'none' })
})

it('cannot be called back by somebody who handled it', () => {
  const life = fedBack()
  move(life, system, '2026-12-01T09:00:00Z', 'reporterSilent')
  const both: Actor = { ...agent, id: handler.id }
  expect(refusal(() => move(life, both, '2026-12-02T03:00:00Z', 'callBack', { contacted: true, solved: 'yes' }))).toBe('case.not-yours')
})

it('is deferred with plan and review date when it cannot be solved, and stays open to a review', () => {
  expect(refusal(() => fedBack('unsolvable'))).toBe('order.plan-missing')
  const life = fedBack('unsolvable', { plan: '列入明年改造', reviewAt: '2027-01-20T09:00:00Z' })
  expect(life.noun.state).toBe('deferred')
  expect(life.noun.clocks.find((one) => one.name === 'review')?.dueAt).toBe('2027-01-20T09:00:00.000Z')
  expect(life.noun.clocks.find((one) => one.name === 'finish')?.stoppedAt).not.toBeNull()
})

it('is verified on the spot when nobody can be asked, by somebody who had no part', () => {
  const life = new Life(newCase({ anonymous: true, reporter_account: null, has_phone: false }))
  move(life, dispatcher, '2026-11-23T02:00:00Z', 'dispatch', { lead: 'housing' })
  moveOrder(life, 'housing', handler, '2026-11-23T03:00:00Z', 'acknowledge')
  moveOrder(life, 'housing', handler, '2026-11-24T03:00:00Z', 'feedback', { kind: 'solved', ...words })
  expect(life.noun.state).toBe('verifying')
  move(life, gridWorker, '2026-11-25T03:00:00Z', 'verify', { solved: 'yes', words: '灯亮了' })
  expect(life.noun).toMatchObject({ state: 'closed', verdict: 'yes' })
})

it('needs two people to be declined', () => {
  const life = new Life(newCase())
  move(life, dispatcher, '2026-11-23T02:00:00Z', 'decline', { reason: 'outOfScope', words: '不属于受理范围' })
  expect(refusal(() => move(life, dispatcher, '2026-11-23T03:00:00Z', 'confirmDecline'))).toBe('case.not-yours')
  move(life, supervisor, '2026-11-23T03:00:00Z', 'confirmDecline')
  expect(life.noun.state).toBe('declined')
})

it('pauses the promise while it waits for the reporter, five working days in all', () => {
  const life = dispatched()
  move(life, dispatcher, '2026-11-24T01:00:00Z', 'askReporter', { words: '哪个单元', contact: 'phone' })
  expect(life.noun.clocks.find((one) => one.name === 'finish')?.pauses).toHaveLength(1)
  move(life, resident, '2026-11-26T01:00:00Z', 'answer', { words: '三单元' })
  expect(life.noun).toMatchObject({ state: 'open', waited_days: 2 })
  expect(Date.parse(life.noun.clocks.find((one) => one.name === 'finish')?.dueAt ?? '')).toBeGreaterThan(Date.parse('2026-11-30T09:00:00Z'))
})

it('is whole when it is replayed from its traces', () => {
  const life = fedBack()
  move(life, resident, '2026-11-25T03:00:00Z', 'say', { solved: 'no', words: '还是不亮' })
  const rows = life.plan.traces.filter((row) => row.noun === 'case')
  const told = replay(caseFlow, rows)
  expect(told.faults).toEqual([])
  expect(told.state).toBe(life.noun.state)
  expect(told.clocks).toEqual(life.noun.clocks)
})
