import * as asks from './case-asks.ts'
import { move, same, said } from './case-life.ts'
import { dispatcher, supervisor } from './who.ts'

/** 督办: reminders, cards, escalation, help from above (002-74). */
export const oversightMoves = {
  remind: move({
    say: { zh: '催办', en: 'Remind' },
    likely: 3,
    from: ['submitted', 'registered', 'open'],
    to: ['submitted', 'registered', 'open'],
    goes: same,
    by: [supervisor, dispatcher],
    asks: asks.Words,
    changes: (noun) => ({ reminded: noun.reminded + 1 }),
    words: said,
  }),
  supervise: move({
    say: { zh: '督办', en: 'Supervise' },
    from: ['registered', 'open', 'deferred', 'verifying'],
    to: ['registered', 'open', 'deferred', 'verifying'],
    goes: same,
    by: supervisor,
    asks: asks.Supervise,
    changes: (_, input) => ({ supervised: input.card }),
    facts: (_, input) => ({ card: input.card }),
    words: said,
  }),
  escalate: move({
    say: { zh: '提级办理', en: 'Escalate' },
    from: ['registered', 'open', 'deferred'],
    to: ['registered', 'open', 'deferred'],
    goes: same,
    by: [supervisor, dispatcher],
    asks: asks.Words,
    changes: () => ({ escalated: true }),
    words: said,
  }),
  help: move({
    say: { zh: '上级支援', en: 'Send help from above' },
    consequence: {
      zh: '派人、拨款或指定牵头部门，反映人也看得到。',
      en: 'People, money or a lead department; the reporter sees it too.',
    },
    from: ['open', 'deferred'],
    to: ['open', 'deferred'],
    goes: same,
    by: supervisor,
    asks: asks.Help,
    facts: (_, input) => ({ kind: input.kind, ...(input.unit && { unit: input.unit }) }),
    words: said,
  }), // 002-74
}
