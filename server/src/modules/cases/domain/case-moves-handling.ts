import type { Condition } from '#mechanisms/flow'
import { counted } from '#platform/calendar'
import { refuse } from '#platform/refusal'
import * as asks from './case-asks.ts'
import { AskExtension } from './order-asks.ts'
import { type Case, hasReporter } from './case.ts'
import { closing, move, same, said, maxWaitDays, living, noMoreWaiting } from './case-life.ts'
import { canBeAsked, intakeDesk, reporter, sortingDesk, system } from './who.ts'

const unhandedEmergency: Condition<Case> = {
  code: 'no-emergency',
  say: { zh: '这件事不是紧急情况，或已记录移交。', en: 'This is no emergency, or its hand-over is recorded.' },
  holds: (noun) => noun.emergency && noun.emergency_record === null,
}

const callAtNoTime = refuse('invalid', 'case.call-time', {
  zh: '打电话的时间要在上报前一天之后、现在之前。',
  en: 'The call was made at most a day before the report, and not in the time to come.',
})

/** Clocks of desks differ by minutes; somebody may have called before they reported. Times in ms. */
function callIsLikely(noun: Case, called: number, now: number): boolean {
  return called <= now + 5 * 60_000 && called >= new Date(noun.reported_at).getTime() - 86_400_000
}

function backTo(noun: Case): 'registered' | 'open' {
  return noun.back_to === 'open' ? 'open' : 'registered'
}

function endWaiting(
  noun: Case,
  _: unknown,
  { now, settings }: { now: Date; settings: { calendar: Parameters<typeof counted>[0] } },
): Partial<Case> {
  const since = noun.waiting_since === null ? now : new Date(noun.waiting_since)
  return {
    waited_days: Math.min(maxWaitDays, noun.waited_days + Math.ceil(counted(settings.calendar, since, now, 'workingDays'))),
    waiting_since: null,
    back_to: null,
  }
}

/** While units work on it: questions to the reporter, more time, danger. */
export const handlingMoves = {
  askReporter: move({
    say: { zh: '请反映人补充', en: 'Ask the reporter' },
    consequence: {
      zh: '期限暂停，最多 5 个工作日；须已联系上反映人。',
      en: 'The clock pauses, 5 working days at most; the reporter must have been reached.',
    },
    from: ['registered', 'open'],
    to: 'waitingForReporter',
    by: sortingDesk,
    asks: asks.AskReporter,
    when: canBeAsked,
    unless: noMoreWaiting,
    changes: (noun, _, { now }) => ({ back_to: noun.state, waiting_since: now.toISOString() }),
    facts: (_, input) => ({ contact: input.contact }),
    words: said,
  }),
  answer: move({
    say: { zh: '补充情况', en: 'Answer' },
    likely: 10,
    from: 'waitingForReporter',
    to: ['registered', 'open'],
    goes: backTo,
    by: reporter,
    asks: asks.AddWords,
    changes: endWaiting,
    facts: (_, input) => ({ photos: input.photos ?? [] }),
    words: said,
  }),
  resume: move({
    say: { zh: '继续办理', en: 'Go on' },
    likely: 5,
    from: 'waitingForReporter',
    to: ['registered', 'open'],
    goes: backTo,
    by: [sortingDesk, system],
    changes: endWaiting,
  }),
  ordersDone: move({
    say: { zh: '各单位已反馈', en: 'All units have fed back' },
    internal: true,
    from: 'open',
    to: ['verifying', 'callback', 'deferred', 'closed'],
    goes: (noun) =>
      noun.outcome === 'unsolvable' ? 'deferred' : noun.verdict === 'yes' ? 'closed' : hasReporter(noun) ? 'callback' : 'verifying',
    by: system,
    asks: asks.OrdersDone,
    changes: (noun, __, { now }) => ({
      fed_back_at: now.toISOString(),
      reporter_silent: false,
      ...(noun.verdict === 'yes' && noun.outcome !== 'unsolvable' ? closing(now) : {}),
    }),
    clocks: (noun) =>
      noun.outcome === 'unsolvable' && noun.review_at !== null
        ? { review: { until: new Date(noun.review_at) } }
        : ({} as Record<string, never>),
    facts: (noun, input) => ({ outcome: noun.outcome, level: input.level }),
  }),
  extend: move({
    say: { zh: '延长期限', en: 'Extend the promise' },
    internal: true,
    from: 'open',
    to: 'open',
    by: system,
    asks: AskExtension,
    clocks: (_, input) => ({ finish: { until: new Date(input.until) } }),
    facts: (_, input) => ({ until: input.until }),
    words: said,
  }),
  emergencyHandedOver: move({
    say: { zh: '记录已报警移交', en: 'Record the hand-over to the emergency service' },
    likely: 20,
    from: ['submitted', 'registered', 'open'],
    to: ['submitted', 'registered', 'open'],
    goes: same,
    by: intakeDesk,
    asks: asks.EmergencyHandOver,
    when: unhandedEmergency,
    checks: (noun, input, { now }) => (callIsLikely(noun, Date.parse(input.calledAt), now.getTime()) ? null : callAtNoTime),
    changes: (_, input) => ({ emergency_record: { service: input.service, calledAt: input.calledAt, calledBy: input.calledBy } }),
    facts: (_, input) => ({ service: input.service, calledAt: input.calledAt }),
    words: (input) => ({ words: `${input.calledBy} → ${input.whom} (${input.theirNumber})` }),
  }),
  addWords: move({
    say: { zh: '补充说明', en: 'Add something' },
    from: [...living, 'merged'],
    to: [...living, 'merged'],
    goes: same,
    by: reporter,
    asks: asks.AddWords,
    changes: (noun, input) => ({ photos: [...noun.photos, ...(input.photos ?? [])].slice(0, 18) }),
    facts: (_, input) => ({ photos: input.photos ?? [] }),
    words: said,
  }),
}
