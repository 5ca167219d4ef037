import { hours, naturalDays, workingDays } from '#platform/calendar'
import type { Moment } from '../flow.ts'
import { life } from '../life.ts'
import { aNeighbour, atBranch, atRequester, atSupervisor, atTaker, branch, type Errand, requester, say, theTaker } from './errand.ts'

const { flow, move, clock } = life<Errand>()
const late = atSupervisor('超时了', 'it is late')
const byWhom = (_: Errand, __: undefined, { actor }: Moment) => ({ taker: actor.id })

/** 彰武 (002-53): 群众点单 → 支部接单 → 志愿者领单. The clock stands still while the volunteer waits for the one who asked. */
export const zhangwuOrder = flow('errand', {
  revision: 1,
  initial: 'requested',
  states: {
    requested: { say: say('群众已点单', 'Requested'), waitsFor: atBranch('等支部接单', 'to be accepted') },
    accepted: { say: say('支部已接单', 'Accepted'), waitsFor: atBranch('等志愿者领单', 'to be taken') },
    taken: { say: say('志愿者已领单', 'Taken'), waitsFor: atTaker('等办好', 'to be done') },
    waitingForRequester: { say: say('等点单人', 'Waits for the requester'), waitsFor: atRequester('等您回话', 'for your answer') },
    done: { say: say('已办好', 'Done'), final: true },
  },
  moves: {
    accept: move({ say: say('支部接单', 'Accept'), from: 'requested', to: 'accepted', by: branch }),
    take: move({ say: say('领单', 'Take'), from: 'accepted', to: 'taken', by: aNeighbour, changes: byWhom }),
    ask: move({ say: say('请点单人补充', 'Ask'), from: 'taken', to: 'waitingForRequester', by: theTaker, optional: true }),
    answer: move({ say: say('回话', 'Answer'), from: 'waitingForRequester', to: 'taken', by: [requester, branch] }),
    finish: move({ say: say('办好了', 'Done'), from: 'taken', to: 'done', by: theTaker, likely: 1 }),
    reopen: move({ say: say('没办好', 'Not done'), from: 'done', to: 'accepted', by: requester, changes: () => ({ taker: null }) }),
  },
  clocks: {
    accept: clock({ say: say('接单时限', 'To be accepted'), limit: workingDays(1), during: ['requested'], escalates: late }),
    take: clock({ say: say('领单时限', 'To be taken'), limit: hours(48), during: ['accepted'] }),
    finish: clock({ say: say('办好时限', 'To be done'), limit: naturalDays(3), during: ['taken'], pausedIn: ['waitingForRequester'] }),
  },
})
