import type { Condition, Settings, Wait, Who } from '#mechanisms/flow'
import { type Actor, holds, type Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { type Case, hasReporter } from './case.ts'
import type { Order } from './order.ts'

const dayMs = 86_400_000

/** Somebody who holds one of these roles for the noun's area. */
type Located = { readonly area: string }

export function roleOver(name: string, say: Say, roles: readonly Role[]): Who<Located> {
  return { name, say, roles, as: (actor, noun) => holds(actor, roles, noun.area)?.id ?? null }
}

export const dispatcher = roleOver('dispatcher', { zh: '调度员', en: 'the dispatcher' }, ['dispatcher'])
/** Desks that may take in and sort a matter; a community's own desk only for its own area. */
export const intakeDesk = roleOver('intakeDesk', { zh: '受理台', en: 'an intake desk' }, ['dispatcher', 'communityDesk', 'hotlineClerk'])
export const sortingDesk = roleOver('sortingDesk', { zh: '调度员或社区受理台', en: 'the dispatcher or the community desk' }, [
  'dispatcher',
  'communityDesk',
])
/** Whoever sorts matters of the area may merge reports of one matter, and split them again. */
export const merger = roleOver('merger', { zh: '调度员或社区受理台', en: 'the dispatcher or the community desk' }, [
  'dispatcher',
  'communityDesk',
])
export const supervisor = roleOver('supervisor', { zh: '督办人员', en: 'a supervisor' }, ['supervisor'])
export const adjudicator = roleOver('adjudicator', { zh: '裁决人员', en: 'an adjudicator' }, ['adjudicator'])

/** The unit that holds the order, by any of its handling posts. */
export const theUnit: Who<Order> = {
  name: 'theUnit',
  say: { zh: '承办单位', en: 'the unit that holds it' },
  roles: ['departmentHandler', 'departmentLead', 'communityDesk', 'gridWorker', 'gridLeader'],
  as: (actor, order) =>
    actor.posts.find(
      (post) =>
        post.org === order.unit && ['departmentHandler', 'departmentLead', 'communityDesk', 'gridLeader', 'gridWorker'].includes(post.role),
    )?.id ?? null,
}

/** The one who reported: signed in, or by the secret link. */
export const reporter: Who<Case> = {
  name: 'reporter',
  say: { zh: '反映人本人', en: 'the reporter' },
  roles: ['reporter', 'resident'],
  as: (actor, noun) => (isReporter(actor, noun) ? 'reporter' : null),
}

export function isReporter(actor: Actor, noun: Pick<Case, 'id' | 'reporter_account'>): boolean {
  return (actor.link?.noun === 'case' && actor.link.id === noun.id) || (actor.id !== null && actor.id === noun.reporter_account)
}

function tookPart(actor: Actor, noun: Case): boolean {
  return actor.id === null || noun.handlers.includes(actor.id) || isReporter(actor, noun)
}

/** Somebody on the spot who had no part in handling. */
export const verifier: Who<Case> = {
  name: 'verifier',
  say: { zh: '未参与办理的核查人员', en: 'a verifier who had no part in handling' },
  roles: ['gridWorker', 'gridLeader', 'communityDesk', 'supervisor'],
  as: (actor, noun) =>
    tookPart(actor, noun) ? null : (holds(actor, ['gridWorker', 'gridLeader', 'communityDesk', 'supervisor'], noun.area)?.id ?? null),
}

/** Whether one of the actor's posts belongs to the unit that led the handling. */
function ofTheUnit(actor: Actor, noun: Case): boolean {
  return actor.posts.some((post) => post.role !== 'callbackAgent' && post.org === noun.lead_unit)
}

/** Somebody who calls back and had no part in handling. */
export const callbackAgent: Who<Case> = {
  name: 'callbackAgent',
  say: { zh: '未参与办理的回访员', en: 'a callback agent who had no part in handling' },
  roles: ['callbackAgent'],
  as: (actor, noun) => (tookPart(actor, noun) || ofTheUnit(actor, noun) ? null : (holds(actor, ['callbackAgent'], noun.area)?.id ?? null)),
}

/** Another desk than the one that proposed: declining needs two people. */
export const secondPerson: Who<Case> = {
  name: 'secondPerson',
  say: { zh: '另一位受理或督办人员', en: 'another person of the desk or a supervisor' },
  roles: ['dispatcher', 'supervisor'],
  as: (actor, noun) => (actor.id === noun.decline_by ? null : (holds(actor, ['dispatcher', 'supervisor'], noun.area)?.id ?? null)),
}

export const system: Who<unknown> = {
  name: 'system',
  say: { zh: '系统', en: 'the system' },
  roles: ['system'],
  as: (actor) => (actor.kind === 'system' ? 'system' : null),
}

/** Waits for a desk that serves the area; nobody when none does. */
export function desk(role: Role, why: Say): (noun: { readonly area: string }, settings: Settings) => readonly Wait[] {
  return (noun, settings) => {
    const post = settings.desk(role, noun.area)
    return post === null ? [] : [{ post, why }]
  }
}

export const canBeAsked: Condition<Case> = {
  code: 'nobody-to-ask',
  say: { zh: '反映人没有留下联系方式，无法询问。', en: 'The reporter left no way to be asked.' },
  holds: (noun) => hasReporter(noun),
}

/** Fifteen days after closing the reporter may have it reopened. */
export const withinFifteenDays: Condition<Case> = {
  code: 'reopen-too-late',
  say: {
    zh: '办结已超过 15 天，不能直接重办。请再说一件事，我们会把两件联系起来。',
    en: 'It was closed more than 15 days ago. Please report it anew; both will be linked.',
  },
  holds: (noun, { now }) => noun.closed_at !== null && now.getTime() - new Date(noun.closed_at).getTime() <= 15 * dayMs,
}
