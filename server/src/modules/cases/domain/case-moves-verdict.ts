import type { Condition } from '#mechanisms/flow'
import { refuse } from '#platform/refusal'
import * as asks from './case-asks.ts'
import { type Case, hasReporter } from './case.ts'
import { drawnUnder, isDrawn } from './draw.ts'
import { move, same, said, closing, living } from './case-life.ts'
import { callbackAgent, dispatcher, reporter, supervisor, system, verifier, withinFifteenDays } from './who.ts'

const dayMs = 86_400_000

const byRight: Condition<Case> = {
  code: 'not-closed',
  say: { zh: '还没有办结。', en: 'It is not closed.' },
  holds: (noun) => noun.verdict !== null,
}
/** Solved is what the reporter or a verifier says; twice the matter comes back by right, then a supervisor decides (rules.md section 4). */
function afterNo(noun: Case): 'open' | 'merged' | 'reopenRequested' {
  return noun.reopened < 2 ? work(noun) : 'reopenRequested'
}
/** Where the work goes on: in the matter itself, or in the one into which it was merged. */
function work(noun: Case): 'open' | 'merged' {
  return noun.continued_in === null ? 'open' : 'merged'
}
function again(noun: Case): Partial<Case> {
  return {
    reopened: afterNo(noun) === 'reopenRequested' ? noun.reopened : noun.reopened + 1,
    reporter_silent: false,
    verdict: null,
    closed_at: null,
    outcome: null,
    fed_back_at: null,
  }
}
const unhappy = (input: { solved: string; again?: boolean | undefined }): boolean =>
  input.solved === 'no' || (input.solved === 'partly' && input.again === true)
function reviewRefusal(at: string | undefined, now: Date) {
  const days = at === undefined ? Number.NaN : (Date.parse(at) - now.getTime()) / dayMs
  return days > 0 && days <= 90
    ? null
    : refuse('invalid', 'case.review-date', { zh: '复核日期要在今后 90 天内。', en: 'The review date must lie within the next 90 days.' })
}

const afterSevenDays: Condition<Case> = {
  code: 'reporter-first',
  say: { zh: '反映人还有时间自己评价，7 天后再回访。', en: 'The reporter still has time to say; call back after 7 days.' },
  holds: (noun) => noun.reporter_silent,
}
const drawnOnly: Condition<Case> = {
  code: 'not-drawn',
  say: {
    zh: '这件没有抽中回访。回访谁由抽签决定，不能自己挑。',
    en: 'This one was not drawn. Whom to call is decided by lot; nobody chooses.',
  },
  holds: (noun, { settings }) => isDrawn(noun, settings),
}

/** Solved is what the reporter or a verifier says: verification, verdict, callback, reopening, deferral. */
export const verdictMoves = {
  verify: move({
    say: { zh: '核查', en: 'Verify' },
    likely: 10,
    consequence: { zh: '「没解决」会退回重新办理。', en: '“Not solved” sends it back.' },
    from: 'verifying',
    to: ['callback', 'closed', 'open', 'merged', 'reopenRequested'],
    by: verifier,
    asks: asks.Verify,
    goes: (noun, input) => (input.solved === 'no' ? afterNo(noun) : hasReporter(noun) ? 'callback' : 'closed'),
    changes: (noun, input, { now }) =>
      input.solved === 'no' ? again(noun) : hasReporter(noun) ? { reporter_silent: false } : { verdict: input.solved, ...closing(now) },
    facts: (_, input) => ({ solved: input.solved, photos: input.photos ?? [] }),
    words: said,
  }),
  say: move({
    say: { zh: '评价', en: 'Say whether it was solved' },
    likely: 10,
    consequence: { zh: '「没解决」会重新办理，之前的经过都保留。', en: '“Not solved” reopens it; the history is kept.' },
    from: ['callback', 'deferred'],
    to: ['closed', 'open', 'merged', 'reopenRequested', 'deferred'],
    by: reporter,
    asks: asks.Verdict,
    goes: (noun, input) => (noun.state === 'deferred' && input.solved !== 'yes' ? 'deferred' : unhappy(input) ? afterNo(noun) : 'closed'),
    changes: (noun, input, { now }) =>
      noun.state === 'deferred' && input.solved !== 'yes'
        ? { satisfaction: input.satisfied ?? null }
        : unhappy(input)
          ? { ...again(noun), satisfaction: input.satisfied ?? null }
          : { verdict: input.solved, satisfaction: input.satisfied ?? null, ...closing(now) },
    facts: (_, input) => ({ solved: input.solved, satisfied: input.satisfied ?? null }),
    words: said,
  }),
  reporterSilent: move({
    say: { zh: '反映人 7 天未评价，进入回访抽签', en: 'No word for 7 days: into the draw for a callback' },
    internal: true,
    from: 'callback',
    to: 'callback',
    by: system,
    changes: (noun, _, { now, settings }) => ({ reporter_silent: true, ...drawnUnder(noun, now, settings) }),
    facts: (noun, _, { now, settings }) => ({ ...settings.sample?.terms(noun, now) }),
  }),
  notDrawn: move({
    say: { zh: '没有抽中回访，也没有收到评价', en: 'Not drawn for a callback, and no word came' },
    internal: true,
    from: 'callback',
    to: 'closed',
    by: system,
    changes: (_, __, { now }) => ({ verdict: 'none', contacted: null, satisfaction: null, ...closing(now) }),
  }),
  callBack: move({
    say: { zh: '回访', en: 'Record the callback' },
    likely: 10,
    from: 'callback',
    to: ['closed', 'open', 'merged', 'reopenRequested'],
    by: callbackAgent,
    asks: asks.CallBack,
    when: [afterSevenDays, drawnOnly],
    checks: (_, input) =>
      input.contacted && input.solved === undefined
        ? refuse('invalid', 'case.solved-missing', {
            zh: '联系上了，就要记下是否真的解决。',
            en: 'When the reporter was reached, record whether it was solved.',
          })
        : null,
    goes: (noun, input) => (input.contacted && input.solved === 'no' ? afterNo(noun) : 'closed'),
    changes: (noun, input, { now }) =>
      input.contacted && input.solved === 'no'
        ? { ...again(noun), contacted: true, satisfaction: input.satisfied ?? null }
        : {
            contacted: input.contacted,
            verdict: input.contacted ? (input.solved ?? 'none') : 'none',
            satisfaction: input.contacted ? (input.satisfied ?? null) : null,
            ...closing(now),
          },
    facts: (_, input) => ({ contacted: input.contacted, solved: input.solved ?? null, satisfied: input.satisfied ?? null }),
    words: said,
  }),
  reopen: move({
    say: { zh: '没解决，请重办', en: 'Not solved: reopen' },
    consequence: { zh: '会重新办理，之前的经过都保留。', en: 'It is taken up again; the history is kept.' },
    from: 'closed',
    to: ['open', 'merged', 'reopenRequested'],
    goes: afterNo,
    by: reporter,
    asks: asks.Reopen,
    when: [byRight, withinFifteenDays],
    changes: again,
    facts: (_, input) => ({ photos: input.photos ?? [] }),
    words: said,
  }),
  decideReopen: move({
    say: { zh: '决定是否重办', en: 'Decide on reopening' },
    likely: 10,
    from: 'reopenRequested',
    to: ['open', 'merged', 'closed'],
    goes: (noun, input) => (input.grant ? work(noun) : 'closed'),
    by: supervisor,
    asks: asks.DecideReopen,
    changes: (noun, input, { now }) => (input.grant ? { reopened: noun.reopened + 1 } : { verdict: 'no', ...closing(now) }),
    facts: (_, input) => ({ grant: input.grant }),
    words: said,
  }),
  review: move({
    say: { zh: '复核挂账', en: 'Review the deferral' },
    likely: 10,
    from: 'deferred',
    to: ['open', 'deferred'],
    goes: (_, input) => (input.decision === 'resume' ? 'open' : 'deferred'),
    by: [dispatcher, supervisor],
    asks: asks.Review,
    checks: (_, input, { now }) => (input.decision === 'stay' ? reviewRefusal(input.reviewAt, now) : null),
    changes: (_, input) =>
      input.decision === 'resume' ? { outcome: null, fed_back_at: null, review_at: null } : { review_at: input.reviewAt ?? null },
    clocks: (_, input) => (input.decision === 'stay' && input.reviewAt ? { review: { until: new Date(input.reviewAt) } } : {}),
    facts: (_, input) => ({ decision: input.decision, reviewAt: input.reviewAt ?? null }),
    words: said,
  }),
  release: move({
    say: { zh: '是否公开', en: 'Make public or not' },
    from: [...living, 'verifying', 'callback', 'closed'],
    to: [...living, 'verifying', 'callback', 'closed'],
    goes: same,
    by: reporter,
    asks: asks.Release,
    changes: (_, input) => ({ released: input.released }),
    facts: (_, input) => input,
  }),
}
