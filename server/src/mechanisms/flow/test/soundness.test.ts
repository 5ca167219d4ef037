import { describe, expect, it } from 'vitest'
import { hours } from '#platform/calendar'
import type { Flow } from '../flow.ts'
import { problems } from '../soundness.ts'
import { qingyuanOrder } from './qingyuan-order.ts'
import { branch, say } from './errand.ts'
import { zhangwuOrder } from './zhangwu-order.ts'

/** What the compiler sees in a flow written by hand, a flow made otherwise must hear when it is made. */
const flawed = (changes: { states?: object; moves?: object; clocks?: object; initial?: string }): Flow =>
  ({
    ...zhangwuOrder,
    ...(changes.initial && { initial: changes.initial }),
    states: { ...zhangwuOrder.states, ...changes.states },
    moves: { ...zhangwuOrder.moves, ...changes.moves },
    clocks: { ...zhangwuOrder.clocks, ...changes.clocks },
  }) as unknown as Flow

const island = { left: { say: say('左', 'Left'), waitsFor: () => [] }, right: { say: say('右', 'Right'), waitsFor: () => [] } }
const there = { say: say('去', 'There'), from: 'left', to: 'right', by: branch }
const back = { say: say('回', 'Back'), from: 'right', to: 'left', by: branch }

describe('soundness', () => {
  it('finds nothing in the two flows', () => {
    expect([problems(qingyuanOrder as unknown as Flow), problems(zhangwuOrder as unknown as Flow)]).toEqual([[], []])
  })

  it.each([
    [
      'two states that only reach each other',
      flawed({ states: island, moves: { there, back } }),
      ['left: nobody reaches it', 'left: no way to an end', 'right: nobody reaches it', 'right: no way to an end'],
    ],
    [
      'a state from which no path ends',
      flawed({ states: island, moves: { enter: { ...there, from: 'taken', to: 'left' }, there, back } }),
      ['left: no way to an end', 'right: no way to an end'],
    ],
    [
      'a state that waits for nobody',
      flawed({ states: { waitingForRequester: { say: say('等', 'Waits') } } }),
      ['waitingForRequester: waits for nobody'],
    ],
    ['a move nobody may make', flawed({ moves: { accept: { ...zhangwuOrder.moves['accept'], by: [] } } }), ['accept: nobody may make it']],
    [
      'several targets and no choice',
      flawed({ moves: { ask: { ...zhangwuOrder.moves['ask'], to: ['done', 'waitingForRequester'] } } }),
      ['ask: several targets and no way to choose'],
    ],
    [
      'unknown states',
      flawed({
        moves: { back: { ...back, from: 'taken', to: 'nowhere' } },
        clocks: { odd: { say: say('怪', 'Odd'), limit: hours(1), during: ['never'] } },
      }),
      ['back: no state nowhere', 'odd: no state never'],
    ],
    [
      'an unknown move of a breach',
      flawed({ clocks: { take: { ...zhangwuOrder.clocks['take'], breach: 'vanish' } } }),
      ['take: no move vanish'],
    ],
  ])('finds %s', (_name, flow, found) => {
    expect(problems(flow)).toEqual(found)
  })
})
