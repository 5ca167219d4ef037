import { z } from 'zod'
import { workingDays } from '#platform/calendar'
import { holds } from '#platform/context'
import { life, type Noun, type Settings, type Wait, type Who } from '#mechanisms/flow'
import type { Say } from '#platform/refusal'
import { keepers } from './permit.ts'

/** Two persons who may be one. */
export interface Doubt extends Noun {
  readonly person_id: string
  readonly other_id: string
  readonly score: number
  readonly reasons: readonly string[]
  readonly made_at: string | Date
}

/** The keeper of the register for the area of whatever it is. */
export const keeper: Who<{ readonly area: string }> = {
  name: 'keeper',
  say: { zh: '人口信息管理员', en: 'the keeper of the people register' },
  roles: keepers,
  as: (actor, noun) => holds(actor, keepers, noun.area)?.id ?? null,
}

export const system: Who<unknown> = {
  name: 'system',
  say: { zh: '系统', en: 'the system' },
  roles: ['system'],
  as: (actor) => (actor.kind === 'system' ? 'system' : null),
}

/** Waits for the keeper of the area; for nobody where there is none, and the clock still runs. */
export const atKeeper =
  (why: Say) =>
  (noun: Noun, settings: Settings): readonly Wait[] => {
    const post = settings.desk('peopleKeeper', noun.area)
    return post === null ? [] : [{ post, why }]
  }

/** Why a person decided so; kept sealed with the key of the person it is about. */
export const Reason = z.strictObject({
  reason: z.string().trim().min(2).max(500).meta({ title: '依据', 'x-en': 'What it rests on', 'x-widget': 'longtext' }),
})

const { flow, move, clock } = life<Doubt>()
const words = ({ reason }: z.infer<typeof Reason>): Record<string, string> => ({ reason })

/** A doubtful pair: a person says whether the two are one. */
export const doubtFlow = flow('doubt', {
  revision: 1,
  initial: 'open',
  states: {
    open: {
      say: { zh: '等人判断', en: 'To be decided' },
      waitsFor: atKeeper({ zh: '判断是不是同一个人', en: 'Say whether the two are one person' }),
    },
    joined: { say: { zh: '已合并', en: 'Joined' }, final: true },
    apart: { say: { zh: '确认是两个人', en: 'Kept apart' }, final: true },
    settled: { say: { zh: '已不用判断', en: 'Settled otherwise' }, final: true },
  },
  moves: {
    join: move({
      say: { zh: '是同一个人，合并', en: 'One person: join' },
      consequence: {
        zh: '两边的记录归到一个人名下，各项按来源重新选取。以后发现合错了，可以拆开。',
        en: 'The records of both become one person’s, and each field is chosen anew. If it was wrong, it can be split again.',
      },
      from: 'open',
      to: 'joined',
      by: keeper,
      asks: Reason,
      words,
    }),
    keepApart: move({
      say: { zh: '是两个人，分开', en: 'Two people: keep apart' },
      consequence: { zh: '以后不再提示这两个人。', en: 'The two are not proposed again.' },
      from: 'open',
      to: 'apart',
      by: keeper,
      asks: Reason,
      words,
    }),
    settle: move({ say: { zh: '不用再判断', en: 'Settled otherwise' }, from: 'open', to: 'settled', by: system, internal: true }),
  },
  clocks: {
    decide: clock({ say: { zh: '判断时限', en: 'To be decided' }, limit: workingDays(10), during: ['open'] }),
  },
})
