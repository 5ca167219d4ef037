import { z } from 'zod'
import { hours, naturalDays, workingDays } from '#platform/calendar'
import type { Moment } from '../flow.ts'
import { life } from '../life.ts'
import { atDispatcher, atRequester, atSupervisor, atUnit, dispatcher, type Errand, requester, say, theUnit, time } from './errand.ts'

const { flow, move, clock } = life<Errand>()
const Unit = z.strictObject({ unit: z.string().min(1) })
const Stars = z.strictObject({ stars: z.int().min(1).max(5) })
const given = <T>(_: Errand, input: T) => input
const ratedOrNot = (_: Errand, __: undefined, { settings }: Moment) => (settings.skipped.includes('rate') ? 'closed' : 'fedBack')
const late = { escalates: atSupervisor('超时了', 'it is late') }

/** 清原 (000-64): 自主点单 → 分类派单 → 接单办单 → 反馈评单. Rating is optional; unrated orders close by themselves. */
export const qingyuanOrder = flow('errand', {
  revision: 1,
  initial: 'requested',
  states: {
    requested: { say: say('已点单', 'Requested'), waitsFor: atDispatcher('等派单', 'to be assigned') },
    assigned: { say: say('已派单', 'Assigned'), waitsFor: atUnit('等接单', 'to be taken') },
    underway: { say: say('办理中', 'Underway'), waitsFor: atUnit('等办结', 'to be done') },
    fedBack: { say: say('已反馈', 'Fed back'), waitsFor: atRequester('等评单', 'to be rated') },
    closed: { say: say('已办结', 'Closed'), final: true },
  },
  moves: {
    assign: move({ say: say('派单', 'Assign'), from: 'requested', to: 'assigned', by: dispatcher, asks: Unit, changes: given }),
    take: move({ say: say('接单', 'Take'), from: 'assigned', to: 'underway', by: theUnit, likely: 1 }),
    feedBack: move({ say: say('反馈', 'Feed back'), from: 'underway', to: ['fedBack', 'closed'], by: theUnit, goes: ratedOrNot }),
    rate: move({ say: say('评单', 'Rate'), from: 'fedBack', to: 'closed', by: requester, optional: true, asks: Stars, changes: given }),
    leaveUnrated: move({ say: say('未评', 'Left unrated'), from: 'fedBack', to: 'closed', by: time, internal: true }),
  },
  clocks: {
    assign: clock({ say: say('派单时限', 'To be assigned'), limit: workingDays(1), during: ['requested'], ...late }),
    take: clock({ say: say('接单时限', 'To be taken'), limit: hours(24), during: ['assigned'], ...late }),
    finish: clock({ say: say('办结时限', 'To be done'), limit: naturalDays(7), during: ['requested', 'assigned', 'underway'], ...late }),
    rating: clock({ say: say('评单时限', 'To be rated'), limit: naturalDays(7), during: ['fedBack'], breach: 'leaveUnrated' }),
  },
})
