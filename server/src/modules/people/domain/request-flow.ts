import { z } from 'zod'
import { workingDays } from '#platform/calendar'
import { holds, type Role } from '#platform/context'
import { life, type Noun, type Settings, type Wait, type Who } from '#mechanisms/flow'
import type { Say } from '#platform/refusal'
import { atKeeper, keeper } from './doubt-flow.ts'

/** What a person may ask about their own data (PIPL articles 44–47), and an opening in an emergency. */
export const requestKinds = {
  correction: { zh: '更正', en: 'A correction' },
  copy: { zh: '要一份副本', en: 'A copy' },
  deletion: { zh: '删除', en: 'Deletion' },
  breakGlass: { zh: '紧急调阅复核', en: 'Review of an emergency opening' },
} as const satisfies Record<string, Say>
export type RequestKind = keyof typeof requestKinds

export interface PersonRequest extends Noun {
  readonly person_id: string
  readonly kind: RequestKind
  /** The field to correct; null for anything else. */
  readonly field: string | null
  /** Who asked, or who opened. */
  readonly account: string
  /** The post by which it was opened. */
  readonly post: string | null
  readonly made_at: string | Date
}

const auditors: readonly Role[] = ['auditAdmin']

/** The auditor of the area; nobody reviews their own opening. */
const auditor: Who<PersonRequest> = {
  name: 'auditor',
  say: { zh: '审计管理员', en: 'the audit administrator' },
  roles: auditors,
  as: (actor, noun) => (actor.id === noun.account ? null : (holds(actor, auditors, noun.area)?.id ?? null)),
}

const asks = (title: string, en: string) => z.string().trim().min(2).max(500).meta({ title, 'x-en': en, 'x-widget': 'longtext' })

export const Answer = z.strictObject({
  words: asks('怎么办的', 'What was done'),
  value: z.string().trim().max(200).meta({ title: '更正后的内容（更正时填）', 'x-en': 'The corrected value, for a correction' }).optional(),
})
const Declined = z.strictObject({ words: asks('理由', 'Why') })
const Reviewed = z.strictObject({ words: asks('复核意见', 'What the review found') })

/** Whom it waits for: the keeper, or for an emergency opening the auditor. */
function waits(noun: PersonRequest, settings: Settings): readonly Wait[] {
  if (noun.kind !== 'breakGlass') return atKeeper({ zh: '答复本人的申请', en: 'Answer what a person asks' })(noun, settings)
  const post = settings.desk('auditAdmin', noun.area)
  return post === null ? [] : [{ post, why: { zh: '复核紧急调阅', en: 'Review an emergency opening' } }]
}

const isOpening = {
  code: 'not-an-opening',
  say: { zh: '只有紧急调阅才要复核。', en: 'Only an emergency opening is reviewed.' },
  holds: (noun: PersonRequest) => noun.kind === 'breakGlass',
}
const isAsked = {
  code: 'not-asked',
  say: { zh: '紧急调阅由审计管理员复核。', en: 'An emergency opening is reviewed by the auditor.' },
  holds: (noun: PersonRequest) => noun.kind !== 'breakGlass',
}

const { flow, move, clock } = life<PersonRequest>()

/** The life of what a person asks about their own data. */
export const requestFlow = flow('personRequest', {
  revision: 1,
  initial: 'asked',
  states: {
    asked: { say: { zh: '等答复', en: 'To be answered' }, waitsFor: waits },
    done: { say: { zh: '已办', en: 'Done' }, final: true },
    declined: { say: { zh: '没有同意', en: 'Declined' }, final: true },
    proper: { say: { zh: '复核：正当', en: 'Reviewed: proper' }, final: true },
    improper: { say: { zh: '复核：不当', en: 'Reviewed: improper' }, final: true },
  },
  moves: {
    answer: move({
      say: { zh: '同意并办好', en: 'Grant and do it' },
      consequence: {
        zh: '更正会作为本人的一条记录写入；删除会销毁密钥，不能恢复。',
        en: 'A correction becomes a record of its own; a deletion destroys the key for good.',
      },
      from: 'asked',
      to: 'done',
      by: keeper,
      asks: Answer,
      when: isAsked,
      words: ({ words }) => ({ words }),
    }),
    decline: move({
      say: { zh: '不同意', en: 'Decline' },
      consequence: { zh: '本人会看到理由。', en: 'The person reads why.' },
      from: 'asked',
      to: 'declined',
      by: keeper,
      asks: Declined,
      when: isAsked,
      words: ({ words }) => ({ words }),
    }),
    approve: move({
      say: { zh: '复核为正当', en: 'It was proper' },
      from: 'asked',
      to: 'proper',
      by: auditor,
      asks: Reviewed,
      when: isOpening,
      words: ({ words }) => ({ words }),
    }),
    object: move({
      say: { zh: '复核为不当', en: 'It was improper' },
      from: 'asked',
      to: 'improper',
      by: auditor,
      asks: Reviewed,
      when: isOpening,
      words: ({ words }) => ({ words }),
    }),
  },
  clocks: {
    answer: clock({
      say: { zh: '答复时限', en: 'To be answered' },
      limit: (noun) => workingDays(noun.kind === 'breakGlass' ? 1 : 15),
      during: ['asked'],
    }),
  },
})
