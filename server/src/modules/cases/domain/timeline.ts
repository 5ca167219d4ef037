import type { Say } from '#platform/refusal'
import { caseFlow } from './case-flow.ts'
import { orderFlow } from './order-flow.ts'

const own: Readonly<Record<string, Say>> = {
  'case.report': { zh: '上报', en: 'Reported' },
  'case.received': { zh: '转来', en: 'Received from another county' },
  'case.settledOnSpot': { zh: '现场解决', en: 'Settled on the spot' },
  'case.clock.warned': { zh: '快到期提醒', en: 'Running out of time' },
  'case.clock.breached': { zh: '已超期', en: 'Overdue' },
  'case.calendar.changed': { zh: '工作日历有变，期限重算', en: 'The calendar changed: promises counted anew' },
  'order.calendar.changed': { zh: '工作日历有变，期限重算', en: 'The calendar changed: promises counted anew' },
  'order.dispatched': { zh: '派单', en: 'Order sent' },
  'order.settledOnSpot': { zh: '现场办结', en: 'Settled on the spot' },
  'order.clock.warned': { zh: '快到期提醒', en: 'Running out of time' },
  'order.clock.breached': { zh: '已超期', en: 'Overdue' },
}

/** How the timeline calls a move. */
export function moveSay(noun: string, name: string): Say {
  const flow = noun === 'case' ? caseFlow : orderFlow
  return own[`${noun}.${name}`] ?? flow.moves[name]?.say ?? { zh: name, en: name }
}

/** Moves that the reporter reads; the inside of an office (a return, an objection) is told as who has it now. */
export const publicMoves: ReadonlySet<string> = new Set([
  'case.report',
  'case.register',
  'case.dispatch',
  'case.settledOnSpot',
  'case.refer',
  'case.confirmDecline',
  'case.merge',
  'case.split',
  'case.answered',
  'case.workResumed',
  'case.endedTogether',
  'case.extendTogether',
  'case.reopenTogether',
  'case.transfer',
  'case.received',
  'case.askReporter',
  'case.answer',
  'case.resume',
  'case.ordersDone',
  'case.verify',
  'case.say',
  'case.callBack',
  'case.reopen',
  'case.decideReopen',
  'case.review',
  'case.extend',
  'case.help',
  'case.addWords',
  'case.emergencyHandedOver',
  'order.acknowledge',
  'order.handle',
  'order.feedback',
])

/** Steps of the work that every reporter merged into it reads: what the units did, never what another reporter said or was asked. */
export const sharedMoves: ReadonlySet<string> = new Set([
  'case.dispatch',
  'case.extend',
  'case.help',
  'case.review',
  'case.refer',
  'case.confirmDecline',
  'order.acknowledge',
  'order.handle',
  'order.feedback',
])

/** Moves whose words the reporter reads too. */
export const publicWords: ReadonlySet<string> = new Set([
  'case.refer',
  'case.confirmDecline',
  'case.askReporter',
  'case.answer',
  'case.say',
  'case.reopen',
  'case.decideReopen',
  'case.review',
  'case.extend',
  'case.help',
  'case.addWords',
  'order.handle',
  'order.feedback',
  'order.settledOnSpot',
])
