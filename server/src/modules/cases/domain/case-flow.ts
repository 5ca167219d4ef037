import { type Condition, life } from '#mechanisms/flow'
import { counted, minutes, naturalDays, workingDays } from '#platform/calendar'
import { refuse } from '#platform/refusal'
import * as asks from './asks.ts'
import { type Case, hasReporter } from './case.ts'
import { callbackAgent, canBeAsked, desk, dispatcher, intakeDesk, reporter, secondPerson, sortingDesk, supervisor, system, verifier, withinFifteenDays } from './who.ts'

const { flow, move, clock } = life<Case>()
const dayMs = 86_400_000
const living = ['submitted', 'registered', 'open', 'waitingForReporter', 'deferred'] as const
const maxWaitDays = 5
const same = (noun: Case): never => noun.state as never
const said = ({ words }: { words?: string | undefined }): Record<string, string> => (words ? { words } : {})

const noMoreWaiting: Condition<Case> = {
  code: 'waited-enough',
  say: { zh: '等待反映人补充已满 5 个工作日，不能再暂停。', en: 'The 5 working days of waiting for the reporter are used up.' },
  holds: (noun) => noun.waited_days >= maxWaitDays,
}
const byRight: Condition<Case> = { code: 'not-closed', say: { zh: '还没有办结。', en: 'It is not closed.' }, holds: (noun) => noun.verdict !== null }
const unhandedEmergency: Condition<Case> = {
  code: 'no-emergency',
  say: { zh: '这件事不是紧急情况，或已记录移交。', en: 'This is no emergency, or its hand-over is recorded.' },
  holds: (noun) => noun.emergency && noun.emergency_record === null,
}

/** Solved is what the reporter or a verifier says; twice the matter comes back by right, then a supervisor decides (rules.md section 4). */
function afterNo(noun: Case): 'open' | 'reopenRequested' {
  return noun.reopened < 2 ? 'open' : 'reopenRequested'
}
function again(noun: Case): Partial<Case> {
  return { reopened: afterNo(noun) === 'open' ? noun.reopened + 1 : noun.reopened, reporter_silent: false, verdict: null, closed_at: null, outcome: null, fed_back_at: null }
}
const unhappy = (input: { solved: string; again?: boolean | undefined }): boolean => input.solved === 'no' || (input.solved === 'partly' && input.again === true)
const closing = (now: Date): Partial<Case> => ({ closed_at: now.toISOString() })

function reviewRefusal(at: string | undefined, now: Date) {
  const days = at === undefined ? Number.NaN : (Date.parse(at) - now.getTime()) / dayMs
  return days > 0 && days <= 90 ? null : refuse('invalid', 'case.review-date', { zh: '复核日期要在今后 90 天内。', en: 'The review date must lie within the next 90 days.' })
}

/** The whole life of a case (rules.md section 4); the reason stands beside the arrow that it justifies. */
export const caseFlow = flow('case', {
  revision: 1,
  initial: 'submitted',
  states: {
    submitted: { say: { zh: '已收到', en: 'Received' }, waitsFor: (noun, s) => [...desk('dispatcher', { zh: noun.emergency ? '紧急，待受理' : '待受理', en: noun.emergency ? 'Emergency, to be taken in' : 'To be taken in' })(noun, s), ...desk('communityDesk', { zh: '待受理', en: 'To be taken in' })(noun, s), ...(noun.emergency ? desk('hotlineClerk', { zh: '紧急，请核实是否已报警', en: 'Emergency: make sure it was called in' })(noun, s) : [])] },
    registered: { say: { zh: '已受理', en: 'Accepted' }, waitsFor: (noun, s) => [...desk('dispatcher', { zh: '待派单', en: 'To be dispatched' })(noun, s), ...(noun.severity === 'joint' ? [] : desk('communityDesk', { zh: '待派单', en: 'To be dispatched' })(noun, s))] },
    open: { say: { zh: '办理中', en: 'Being handled' }, waitsFor: () => [] },
    waitingForReporter: { say: { zh: '等反映人补充', en: 'Waiting for the reporter' }, waitsFor: (noun) => (noun.reporter_account ? [{ post: `account:${noun.reporter_account}`, why: { zh: '请补充情况', en: 'Please add what is missing' } }] : []) },
    verifying: { say: { zh: '核查中', en: 'Being verified' }, waitsFor: (noun, s) => { const grid = desk('gridWorker', { zh: '待核查', en: 'To be verified' })(noun, s); return grid.length > 0 && noun.channel !== 'gridWorker' ? grid : desk('communityDesk', { zh: '待核查', en: 'To be verified' })(noun, s) } },
    callback: { say: { zh: '请您评价', en: 'Waiting for your word' }, waitsFor: (noun, s) => (noun.reporter_silent || !noun.reporter_account ? (noun.reporter_silent ? desk('callbackAgent', { zh: '待回访', en: 'To be called back' })(noun, s) : []) : [{ post: `account:${noun.reporter_account}`, why: { zh: '请说说是否真的解决了', en: 'Please say whether it was solved' } }]) },
    reopenRequested: { say: { zh: '申请重办，待决定', en: 'Reopening asked for' }, waitsFor: desk('supervisor', { zh: '重办待决定', en: 'Reopening to be decided' }) },
    deferred: { say: { zh: '暂无法解决，已挂账', en: 'Deferred with a plan' }, waitsFor: desk('dispatcher', { zh: '挂账待复核', en: 'Deferred, to be reviewed' }) },
    declineProposed: { say: { zh: '拟不予受理，待复核', en: 'Decline proposed' }, waitsFor: desk('supervisor', { zh: '不予受理待复核', en: 'Decline to be confirmed' }) },
    closed: { say: { zh: '已办结', en: 'Closed' }, final: true },
    declined: { say: { zh: '不予受理', en: 'Declined' }, final: true },
    referred: { say: { zh: '已告知法定途径', en: 'Lawful channel told' }, final: true },
    merged: { say: { zh: '已并案', en: 'Merged' }, final: true },
    transferred: { say: { zh: '已转其他县区', en: 'Transferred' }, final: true },
  },
  moves: {
    register: move({
      say: { zh: '受理', en: 'Accept' }, likely: 8, consequence: { zh: '受理后，反映人会看到已受理和办结期限。', en: 'The reporter sees that it was accepted and until when.' },
      from: 'submitted', to: 'registered', by: intakeDesk, asks: asks.Classify,
      changes: (_, input) => ({ category: input.category, severity: input.severity }), facts: (_, input) => input,
    }),
    classify: move({
      say: { zh: '改类别', en: 'Change the category' }, from: ['registered', 'open'], to: ['registered', 'open'], goes: same, by: sortingDesk, asks: asks.Classify,
      changes: (_, input) => ({ category: input.category, severity: input.severity }), facts: (_, input) => input,
    }),
    dispatch: move({
      say: { zh: '派单', en: 'Dispatch' }, likely: 10, consequence: { zh: '承办单位 1 个工作日内签收。', en: 'The unit acknowledges within 1 working day.' },
      from: ['submitted', 'registered'], to: 'open', by: sortingDesk, asks: asks.Dispatch, // 002-73, 002-75 「1天交办」
      changes: (noun, input, { now }) => ({ lead_unit: input.lead, dispatched_at: now.toISOString(), category: input.category ?? noun.category, severity: input.severity ?? noun.severity }),
      facts: (_, input) => ({ lead: input.lead, support: input.support ?? [] }), words: said,
    }),
    addOrder: move({ say: { zh: '加派协办', en: 'Add a supporting unit' }, from: 'open', to: 'open', by: dispatcher, asks: asks.AddOrder, facts: (_, input) => ({ unit: input.unit }), words: said }),
    refer: move({ say: { zh: '告知法定途径', en: 'Tell the lawful channel' }, consequence: { zh: '反映人会收到法定途径的说明。', en: 'The reporter is told the lawful channel.' }, from: ['submitted', 'registered'], to: 'referred', by: intakeDesk, asks: asks.Refer, changes: (_, input, { now }) => ({ lawful_channel: input.channel, ...closing(now) }), facts: (_, input) => ({ channel: input.channel }), words: said }),
    decline: move({ say: { zh: '拟不予受理', en: 'Propose to decline' }, danger: true, consequence: { zh: '须由另一位人员复核后才生效。', en: 'Takes effect only when another person confirms it.' }, from: ['submitted', 'registered'], to: 'declineProposed', by: intakeDesk, asks: asks.Decline, changes: (noun, _, { actor }) => ({ decline_by: actor.id, back_to: noun.state }), facts: (_, input) => ({ reason: input.reason }), words: said }),
    confirmDecline: move({ say: { zh: '同意不予受理', en: 'Confirm the decline' }, danger: true, from: 'declineProposed', to: 'declined', by: secondPerson, asks: asks.Confirm, changes: (_, __, { now }) => closing(now), words: said }),
    rejectDecline: move({ say: { zh: '不同意，应当受理', en: 'Reject: it must be taken in' }, likely: 5, from: 'declineProposed', to: ['submitted', 'registered'], goes: (noun) => (noun.back_to === 'submitted' ? 'submitted' : 'registered'), by: secondPerson, asks: asks.Confirm, changes: () => ({ decline_by: null, back_to: null }), words: said }),
    merge: move({ say: { zh: '并案', en: 'Merge' }, from: ['submitted', 'registered'], to: 'merged', by: dispatcher, asks: asks.Merge, facts: (_, input) => ({ into: input.into }), words: said }),
    split: move({ say: { zh: '拆分，单独办理', en: 'Split off again' }, from: 'merged', to: 'registered', by: dispatcher, asks: asks.Words, changes: () => ({ continued_in: null }), words: said }),
    transfer: move({ say: { zh: '转其他县区', en: 'Transfer to another county' }, danger: true, from: ['submitted', 'registered'], to: 'transferred', by: dispatcher, asks: asks.Transfer, checks: (noun, input) => (input.county === noun.region ? refuse('invalid', 'case.same-county', { zh: '这件事已经在这个县区。', en: 'It is in this county already.' }) : null), changes: (_, input, { now }) => ({ transferred_to: input.county, ...closing(now) }), facts: (_, input) => ({ county: input.county }), words: said }),
    askReporter: move({
      say: { zh: '请反映人补充', en: 'Ask the reporter' }, consequence: { zh: '期限暂停，最多 5 个工作日；须已联系上反映人。', en: 'The clock pauses, 5 working days at most; the reporter must have been reached.' },
      from: ['registered', 'open'], to: 'waitingForReporter', by: sortingDesk, asks: asks.AskReporter, when: canBeAsked, unless: noMoreWaiting,
      changes: (noun, _, { now }) => ({ back_to: noun.state, waiting_since: now.toISOString() }), facts: (_, input) => ({ contact: input.contact }), words: said,
    }),
    answer: move({ say: { zh: '补充情况', en: 'Answer' }, likely: 10, from: 'waitingForReporter', to: ['registered', 'open'], goes: backTo, by: reporter, asks: asks.AddWords, changes: endWaiting, facts: (_, input) => ({ photos: input.photos ?? [] }), words: said }),
    resume: move({ say: { zh: '继续办理', en: 'Go on' }, likely: 5, from: 'waitingForReporter', to: ['registered', 'open'], goes: backTo, by: [sortingDesk, system], changes: endWaiting }),
    ordersDone: move({ say: { zh: '各单位已反馈', en: 'All units have fed back' }, internal: true, from: 'open', to: ['verifying', 'callback', 'deferred'], goes: (noun) => (noun.outcome === 'unsolvable' ? 'deferred' : hasReporter(noun) ? 'callback' : 'verifying'), by: system, changes: (_, __, { now }) => ({ fed_back_at: now.toISOString(), reporter_silent: false }), clocks: (noun) => (noun.outcome === 'unsolvable' && noun.review_at !== null ? { review: { until: new Date(noun.review_at) } } : ({} as Record<string, never>)), facts: (noun) => ({ outcome: noun.outcome }) }),
    verify: move({
      say: { zh: '核查', en: 'Verify' }, likely: 10, consequence: { zh: '「没解决」会退回重新办理。', en: '“Not solved” sends it back.' },
      from: 'verifying', to: ['callback', 'closed', 'open', 'reopenRequested'], by: verifier, asks: asks.Verify,
      goes: (noun, input) => (input.solved === 'no' ? afterNo(noun) : hasReporter(noun) ? 'callback' : 'closed'),
      changes: (noun, input, { now }) => (input.solved === 'no' ? again(noun) : hasReporter(noun) ? { reporter_silent: false } : { verdict: input.solved, ...closing(now) }),
      facts: (_, input) => ({ solved: input.solved, photos: input.photos ?? [] }), words: said,
    }),
    say: move({
      say: { zh: '评价', en: 'Say whether it was solved' }, likely: 10, consequence: { zh: '「没解决」会重新办理，之前的经过都保留。', en: '“Not solved” reopens it; the history is kept.' },
      from: ['callback', 'deferred'], to: ['closed', 'open', 'reopenRequested', 'deferred'], by: reporter, asks: asks.Verdict,
      goes: (noun, input) => (noun.state === 'deferred' && input.solved !== 'yes' ? 'deferred' : unhappy(input) ? afterNo(noun) : 'closed'),
      changes: (noun, input, { now }) => (noun.state === 'deferred' && input.solved !== 'yes' ? { satisfaction: input.satisfied ?? null } : unhappy(input) ? { ...again(noun), satisfaction: input.satisfied ?? null } : { verdict: input.solved, satisfaction: input.satisfied ?? null, ...closing(now) }),
      facts: (_, input) => ({ solved: input.solved, satisfied: input.satisfied ?? null }), words: said,
    }),
    reporterSilent: move({ say: { zh: '反映人 7 天未评价，转回访', en: 'No word for 7 days: to be called back' }, internal: true, from: 'callback', to: 'callback', by: system, changes: () => ({ reporter_silent: true }) }),
    callBack: move({
      say: { zh: '回访', en: 'Record the callback' }, likely: 10, from: 'callback', to: ['closed', 'open', 'reopenRequested'], by: callbackAgent, asks: asks.CallBack, when: { code: 'reporter-first', say: { zh: '反映人还有时间自己评价，7 天后再回访。', en: 'The reporter still has time to say; call back after 7 days.' }, holds: (noun) => noun.reporter_silent },
      checks: (_, input) => (input.contacted && input.solved === undefined ? refuse('invalid', 'case.solved-missing', { zh: '联系上了，就要记下是否真的解决。', en: 'When the reporter was reached, record whether it was solved.' }) : null),
      goes: (noun, input) => (input.contacted && input.solved === 'no' ? afterNo(noun) : 'closed'),
      changes: (noun, input, { now }) => (input.contacted && input.solved === 'no' ? { ...again(noun), contacted: true, satisfaction: input.satisfied ?? null } : { contacted: input.contacted, verdict: input.contacted ? (input.solved ?? 'none') : 'none', satisfaction: input.contacted ? (input.satisfied ?? null) : null, ...closing(now) }),
      facts: (_, input) => ({ contacted: input.contacted, solved: input.solved ?? null, satisfied: input.satisfied ?? null }), words: said,
    }),
    reopen: move({ say: { zh: '没解决，请重办', en: 'Not solved: reopen' }, consequence: { zh: '会重新办理，之前的经过都保留。', en: 'It is taken up again; the history is kept.' }, from: 'closed', to: ['open', 'reopenRequested'], goes: afterNo, by: reporter, asks: asks.Reopen, when: [byRight, withinFifteenDays], changes: again, facts: (_, input) => ({ photos: input.photos ?? [] }), words: said }),
    decideReopen: move({ say: { zh: '决定是否重办', en: 'Decide on reopening' }, likely: 10, from: 'reopenRequested', to: ['open', 'closed'], goes: (_, input) => (input.grant ? 'open' : 'closed'), by: supervisor, asks: asks.DecideReopen, changes: (noun, input, { now }) => (input.grant ? { reopened: noun.reopened + 1 } : { verdict: 'no', ...closing(now) }), facts: (_, input) => ({ grant: input.grant }), words: said }),
    review: move({ say: { zh: '复核挂账', en: 'Review the deferral' }, likely: 10, from: 'deferred', to: ['open', 'deferred'], goes: (_, input) => (input.decision === 'resume' ? 'open' : 'deferred'), by: [dispatcher, supervisor], asks: asks.Review, checks: (_, input, { now }) => (input.decision === 'stay' ? reviewRefusal(input.reviewAt, now) : null), changes: (_, input) => (input.decision === 'resume' ? { outcome: null, fed_back_at: null, review_at: null } : { review_at: input.reviewAt ?? null }), clocks: (_, input) => (input.decision === 'stay' && input.reviewAt ? { review: { until: new Date(input.reviewAt) } } : {}), facts: (_, input) => ({ decision: input.decision, reviewAt: input.reviewAt ?? null }), words: said }),
    extend: move({ say: { zh: '延长期限', en: 'Extend the promise' }, internal: true, from: 'open', to: 'open', by: system, asks: asks.AskExtension, clocks: (_, input) => ({ finish: { until: new Date(input.until) } }), facts: (_, input) => ({ until: input.until }), words: said }),
    emergencyHandedOver: move({ say: { zh: '记录已报警移交', en: 'Record the hand-over to the emergency service' }, likely: 20, from: ['submitted', 'registered', 'open'], to: ['submitted', 'registered', 'open'], goes: same, by: intakeDesk, asks: asks.EmergencyHandOver, when: unhandedEmergency, changes: (_, input) => ({ emergency_record: { service: input.service, calledAt: input.calledAt, calledBy: input.calledBy } }), facts: (_, input) => ({ service: input.service, calledAt: input.calledAt }), words: (input) => ({ words: `${input.calledBy} → ${input.whom} (${input.theirNumber})` }) }),
    remind: move({ say: { zh: '催办', en: 'Remind' }, likely: 3, from: ['submitted', 'registered', 'open'], to: ['submitted', 'registered', 'open'], goes: same, by: [supervisor, dispatcher], asks: asks.Words, changes: (noun) => ({ reminded: noun.reminded + 1 }), words: said }),
    supervise: move({ say: { zh: '督办', en: 'Supervise' }, from: ['registered', 'open', 'deferred', 'verifying'], to: ['registered', 'open', 'deferred', 'verifying'], goes: same, by: supervisor, asks: asks.Supervise, changes: (_, input) => ({ supervised: input.card }), facts: (_, input) => ({ card: input.card }), words: said }),
    escalate: move({ say: { zh: '提级办理', en: 'Escalate' }, from: ['registered', 'open', 'deferred'], to: ['registered', 'open', 'deferred'], goes: same, by: [supervisor, dispatcher], asks: asks.Words, changes: () => ({ escalated: true }), words: said }),
    help: move({ say: { zh: '上级支援', en: 'Send help from above' }, consequence: { zh: '派人、拨款或指定牵头部门，反映人也看得到。', en: 'People, money or a lead department; the reporter sees it too.' }, from: ['open', 'deferred'], to: ['open', 'deferred'], goes: same, by: supervisor, asks: asks.Help, facts: (_, input) => ({ kind: input.kind, ...(input.unit && { unit: input.unit }) }), words: said }), // 002-74
    addWords: move({ say: { zh: '补充说明', en: 'Add something' }, from: living, to: living, goes: same, by: reporter, asks: asks.AddWords, changes: (noun, input) => ({ photos: [...noun.photos, ...(input.photos ?? [])].slice(0, 18) }), facts: (_, input) => ({ photos: input.photos ?? [] }), words: said }),
    release: move({ say: { zh: '是否公开', en: 'Make public or not' }, from: [...living, 'verifying', 'callback', 'closed'], to: [...living, 'verifying', 'callback', 'closed'], goes: same, by: reporter, asks: asks.Release, changes: (_, input) => ({ released: input.released }), facts: (_, input) => input }),
  },
  clocks: {
    handOver: clock({ say: { zh: '交办', en: 'Hand over' }, limit: workingDays(1), during: ['submitted', 'registered', 'declineProposed'], pausedIn: ['waitingForReporter'], while: (noun) => noun.state !== 'waitingForReporter' || noun.back_to === 'registered', escalates: desk('supervisor', { zh: '超时未交办', en: 'Not handed over in time' }) }), // 002-75
    emergency: clock({ say: { zh: '紧急移交', en: 'Emergency hand-over' }, limit: minutes(5), during: ['submitted', 'registered', 'open'], while: (noun) => noun.emergency && noun.emergency_record === null, escalates: desk('supervisor', { zh: '紧急事项未移交', en: 'Emergency not handed over' }) }),
    finish: clock({ say: { zh: '办结', en: 'Finish' }, limit: naturalDays(7), during: ['submitted', 'registered', 'declineProposed', 'open'], pausedIn: ['waitingForReporter'], from: (noun, round) => (round === 1 ? new Date(noun.reported_at) : null), escalates: desk('supervisor', { zh: '超期未办结', en: 'Not finished in time' }) }), // 002-75
    waiting: clock({ say: { zh: '等反映人补充', en: 'Waiting for the reporter' }, limit: (noun) => workingDays(Math.max(1, maxWaitDays - noun.waited_days)), during: ['waitingForReporter'], breach: 'resume' }),
    verify: clock({ say: { zh: '核查', en: 'Verify' }, limit: workingDays(3), during: ['verifying'], escalates: desk('supervisor', { zh: '超时未核查', en: 'Not verified in time' }) }),
    reporterWindow: clock({ say: { zh: '反映人评价', en: 'The reporter’s word' }, limit: naturalDays(7), during: ['callback'], while: (noun) => !noun.reporter_silent, breach: 'reporterSilent' }),
    callback: clock({ say: { zh: '回访', en: 'Call back' }, limit: workingDays(3), during: ['callback'], while: (noun) => noun.reporter_silent, escalates: desk('supervisor', { zh: '超时未回访', en: 'Not called back in time' }) }),
    decideReopen: clock({ say: { zh: '决定重办', en: 'Decide on reopening' }, limit: workingDays(1), during: ['reopenRequested'], escalates: desk('supervisor', { zh: '重办待决定', en: 'Reopening to be decided' }) }),
    review: clock({ say: { zh: '复核挂账', en: 'Review' }, limit: naturalDays(90), during: ['deferred'] }),
  },
})

function backTo(noun: Case): 'registered' | 'open' {
  return noun.back_to === 'open' ? 'open' : 'registered'
}

function endWaiting(noun: Case, _: unknown, { now, settings }: { now: Date; settings: { calendar: Parameters<typeof counted>[0] } }): Partial<Case> {
  const since = noun.waiting_since === null ? now : new Date(noun.waiting_since)
  return { waited_days: Math.min(maxWaitDays, noun.waited_days + Math.ceil(counted(settings.calendar, since, now, 'workingDays'))), waiting_since: null, back_to: null }
}
