import type { ClockOrder } from '#mechanisms/flow'
import { z } from 'zod'
import * as asks from './case-asks.ts'
import { AskExtension } from './order-asks.ts'
import { type Case, hasReporter, outcomes } from './case.ts'
import { closing, living, move, said, same, unhandedEmergency } from './case-life.ts'
import { merger, system } from './who.ts'

/** What the matter it was merged into has come to. */
const Answered = z.strictObject({
  outcome: z.enum(outcomes),
  handlers: z.array(z.string()),
  /** The unit that led, and at which level: its figures have every reporter's word. */
  unit: z.string().nullable(),
  level: z.enum(['grid', 'community', 'town', 'above']).nullable(),
})
const Ended = z.strictObject({ to: z.enum(['declined', 'referred']) })
const Other = z.strictObject({ number: z.string() })

/** Nothing of an answer that was not theirs stays. */
const unanswered = { outcome: null, fed_back_at: null, reporter_silent: false, verdict: null, satisfaction: null, closed_at: null } as const

/**
 * The promises of a matter that is taken out again: what was promised at the report holds, however late it is by now.
 * A hand-over that is still in time keeps its time; one that is past begins anew, because the desk learns only now of it.
 */
function promisesBack(noun: Case, now: Date): Readonly<Record<string, ClockOrder>> {
  const stopped = (name: string): Date | null => {
    const life = noun.clocks.find((one) => one.name === name && one.stoppedAt !== null)
    return life ? new Date(life.dueAt) : null
  }
  const finish = stopped('finish')
  const handOver = stopped('handOver')
  return { ...(finish && { finish: { until: finish } }), ...(handOver && handOver > now && { handOver: { until: handOver } }) }
}

/** A reporter's yes stays and is not asked again; a verifier's yes was about the work that turned out not to be done. */
const keepsYes = (noun: Case): boolean => noun.verdict === 'yes' && hasReporter(noun)

/** 并单: several reports are one work with one answer; each reporter keeps number, promise and verdict (国办函〔2025〕66号). */
export const togetherMoves = {
  merge: move({
    say: { zh: '并案', en: 'Merge' },
    consequence: {
      zh: '两件一起办，一次答复；反映人各自收到答复、各自评价。',
      en: 'Both are one work with one answer; each reporter gets it and says how it went.',
    },
    from: ['submitted', 'registered'],
    to: 'merged',
    by: [merger, system],
    asks: asks.Merge,
    unless: unhandedEmergency,
    changes: (noun) => ({ back_to: noun.state }),
    facts: (_, input) => ({ into: input.into }),
    words: said,
  }),
  split: move({
    say: { zh: '拆分，单独办理', en: 'Split off again' },
    consequence: { zh: '回到并案前的位置，原来的期限不变。', en: 'It goes back to where it was; what was promised still holds.' },
    from: ['merged', 'callback'],
    to: ['submitted', 'registered'],
    goes: (noun) => (noun.back_to === 'submitted' ? 'submitted' : 'registered'),
    by: merger,
    asks: asks.Words,
    when: {
      code: 'not-merged',
      say: { zh: '这件事没有并入别的事。', en: 'It is not merged into another matter.' },
      holds: (noun) => noun.continued_in !== null,
    },
    changes: () => ({ ...unanswered, continued_in: null, back_to: null, said_same: null, lead_unit: null, reopened: 0, contacted: null }),
    clocks: (noun, _, { now }) => promisesBack(noun, now),
    words: said,
  }),
  takeIn: move({
    say: { zh: '另一件并入', en: 'Another report was merged into this' },
    internal: true,
    from: living,
    to: living,
    goes: same,
    by: [merger, system],
    asks: Other,
    changes: (noun) => ({ joined: noun.joined + 1 }),
    facts: (_, input) => input,
  }),
  hearFollower: move({
    say: { zh: '并入的反映人补充了说明', en: 'A reporter merged into it added something' },
    internal: true,
    from: living,
    to: living,
    goes: same,
    by: system,
    asks: Other,
    facts: (_, input) => input,
  }),
  letGo: move({
    say: { zh: '并入的一件已拆出', en: 'A merged report was split off' },
    internal: true,
    from: [...living, 'verifying', 'callback', 'closed', 'reopenRequested', 'merged', 'declined', 'referred'],
    to: [...living, 'verifying', 'callback', 'closed', 'reopenRequested', 'merged', 'declined', 'referred'],
    goes: same,
    by: [merger, system],
    asks: Other,
    changes: (noun) => ({ joined: Math.max(0, noun.joined - 1) }),
    facts: (_, input) => input,
  }),
  answered: move({
    say: { zh: '合并办理的事有了答复', en: 'The matter it is handled with has an answer' },
    internal: true,
    from: 'merged',
    to: ['callback', 'closed', 'merged'],
    goes: (noun, input) => (input.outcome === 'unsolvable' ? 'merged' : hasReporter(noun) ? 'callback' : 'closed'),
    by: system,
    asks: Answered,
    changes: (noun, input, { now }) => ({
      outcome: input.outcome,
      lead_unit: input.unit,
      fed_back_at: now.toISOString(),
      reporter_silent: false,
      handlers: [...new Set([...noun.handlers, ...input.handlers])],
      ...(input.outcome !== 'unsolvable' && !hasReporter(noun) ? { verdict: 'none' as const, ...closing(now) } : {}),
    }),
    facts: (_, input) => ({ outcome: input.outcome, level: input.level }),
  }),
  workResumed: move({
    say: { zh: '合并办理的事接着办', en: 'The matter it is handled with goes on' },
    internal: true,
    from: ['merged', 'callback'],
    to: 'merged',
    by: system,
    changes: () => unanswered,
  }),
  endedTogether: move({
    say: { zh: '合并办理的事已有结果', en: 'The matter it is handled with has ended' },
    internal: true,
    from: 'merged',
    to: ['declined', 'referred'],
    goes: (_, input) => input.to,
    by: system,
    asks: Ended,
    changes: (_, __, { now }) => closing(now),
    facts: (_, input) => input,
  }),
  extendTogether: move({
    say: { zh: '延长期限', en: 'Extend the promise' },
    internal: true,
    from: 'merged',
    to: 'merged',
    by: system,
    asks: AskExtension,
    clocks: (_, input) => ({ finish: { until: new Date(input.until) } }),
    facts: (_, input) => ({ until: input.until }),
  }),
  reopenTogether: move({
    say: { zh: '并入的反映人说没解决，重办', en: 'A reporter merged into it says it is not solved' },
    internal: true,
    from: ['callback', 'closed'],
    to: 'open',
    by: system,
    asks: Other,
    changes: (noun) => ({ ...unanswered, ...(keepsYes(noun) && { verdict: noun.verdict, satisfaction: noun.satisfaction }) }),
    facts: (_, input) => input,
  }),
}
