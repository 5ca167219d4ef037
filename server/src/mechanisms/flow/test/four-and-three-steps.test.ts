import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { published } from '#platform/calendar/test/arbitraries'
import { qingyuanOrder } from './qingyuan-order.ts'
import { people, Walker } from './walker.ts'
import { zhangwuOrder } from './zhangwu-order.ts'

const shanghai = (text: string) => new Date(`2026-11-${text}:00+08:00`)
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const begun = (flow: typeof qingyuanOrder) => new Walker(flow, published, [{ limits: {}, skipped: [] }], shanghai('23T09:00'))
const states = ({ traces }: Walker) =>
  traces.filter((row) => row.to_state !== row.from_state).map((row) => [row.move, row.to_state, row.at])

it.each(['qingyuan-order.ts', 'zhangwu-order.ts'])('%s says a whole life in under 40 lines, imports included', (file) => {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeLessThan(40)
})

describe('清原: four steps (000-64)', () => {
  it('goes 点单 → 派单 → 接单办单 → 反馈评单, each with its time', () => {
    const walker = begun(qingyuanOrder)
    for (const [minutes, actor, name, input] of [
      [30, people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' }],
      [30, people.water, 'take', undefined],
      [120, people.water, 'feedBack', undefined],
      [60, people.requester, 'rate', { stars: 5 }],
    ] as const) {
      walker.pass(minutes)
      walker.move(actor, name, input)
    }
    expect(states(walker)).toEqual([
      ['request', 'requested', '2026-11-23T01:00:00.000Z'],
      ['assign', 'assigned', '2026-11-23T01:30:00.000Z'],
      ['take', 'underway', '2026-11-23T02:00:00.000Z'],
      ['feedBack', 'fedBack', '2026-11-23T04:00:00.000Z'],
      ['rate', 'closed', '2026-11-23T05:00:00.000Z'],
    ])
    expect(walker.noun).toMatchObject({ unit: 'departmentHandler:water:2109', stars: 5, version: 5 })
  })

  it('lets only the unit that holds it take it, and nobody twice', () => {
    const walker = begun(qingyuanOrder)
    expect(() => walker.move(people.water, 'take')).toThrow(refused('errand.not-yours'))
    expect(() => walker.move(people.requester, 'assign', { unit: 'x' })).toThrow(refused('errand.not-yours'))
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    expect(() => walker.move(people.heating, 'take')).toThrow(refused('errand.not-yours'))
    walker.move(people.water, 'take')
    expect(() => walker.move(people.water, 'take')).toThrow(refused('errand.not-now'))
    expect(() => walker.move(people.requester, 'leaveUnrated')).toThrow(refused('errand.not-yours'))
    expect(() => walker.move(people.water, 'toString')).toThrow(refused('errand.no-such-move'))
  })

  it('refuses what it did not ask for', () => {
    const walker = begun(qingyuanOrder)
    for (const input of [{}, { unit: '' }, { unit: 1 }, { unit: 'x', stars: 5 }, null, 'x']) {
      expect(() => walker.move(people.dispatcher, 'assign', input)).toThrow(expect.objectContaining({ name: 'Refusal', kind: 'invalid' }))
    }
    expect(walker.noun.version).toBe(1)
  })

  it('closes unrated when the rating time is over', () => {
    const walker = begun(qingyuanOrder)
    walker.move(people.dispatcher, 'assign', { unit: 'departmentHandler:water:2109' })
    walker.move(people.water, 'take')
    walker.move(people.water, 'feedBack')
    walker.pass(60 * 24 * 8)
    expect(walker.noun).toMatchObject({ state: 'closed', stars: null })
    expect(walker.traces.slice(-2).map((row) => [row.move, row.post, row.at])).toEqual([
      ['clock.breached', null, '2026-11-30T09:00:00.000Z'],
      ['leaveUnrated', 'system', '2026-11-30T09:00:00.000Z'],
    ])
  })
})

describe('彰武: three steps (002-53)', () => {
  it('goes 点单 → 支部接单 → 志愿者领单, and any neighbour but the one who asked may take it', () => {
    const walker = begun(zhangwuOrder)
    walker.move(people.branch, 'accept')
    expect(() => walker.move(people.requester, 'take')).toThrow(refused('errand.not-yours'))
    walker.move(people.neighbour, 'take')
    expect(() => walker.move(people.otherNeighbour, 'finish')).toThrow(refused('errand.not-yours'))
    walker.move(people.neighbour, 'finish')
    expect(states(walker).map(([move]) => move)).toEqual(['request', 'accept', 'take', 'finish'])
    expect(walker.noun).toMatchObject({ state: 'done', taker: 'li' })
  })

  it('can be reopened: the clocks begin a new round and the first one stays in the history', () => {
    const walker = begun(zhangwuOrder)
    walker.move(people.branch, 'accept')
    walker.move(people.neighbour, 'take')
    walker.move(people.neighbour, 'finish')
    walker.pass(60)
    walker.move(people.requester, 'reopen')
    expect(walker.noun.clocks.find((life) => life.name === 'take')).toMatchObject({
      round: 2,
      startedAt: '2026-11-23T02:00:00.000Z',
      stoppedAt: null,
    })
    expect(
      walker.traces
        .flatMap((row) => row.clocks)
        .filter((life) => life.name === 'take')
        .map((life) => life.round),
    ).toEqual([1, 1, 2])
  })
})
