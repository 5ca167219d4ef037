import type { Actor, Post, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import type { Noun, Settings, Wait, Who } from '../flow.ts'

/** A neighbour's errand: the noun of the test flows. */
export interface Errand extends Noun {
  readonly requester: string
  readonly unit: string | null
  readonly taker: string | null
  readonly stars: number | null
}

export const say = (zh: string, en: string): Say => ({ zh, en })

const held = (actor: Actor, role: Role): Post | undefined => actor.posts.find((post) => post.role === role)

/** Whoever holds a post in this role. */
function holderOf(role: Role, zh: string, en: string): Who<Errand> {
  return { name: role, say: say(zh, en), roles: [role], as: (actor) => held(actor, role)?.id ?? null }
}

export const requester: Who<Errand> = {
  name: 'requester',
  say: say('点单人', 'the one who asked'),
  roles: ['reporter'],
  as: (actor, errand) => (actor.id === errand.requester ? 'reporter' : null),
}

export const theUnit: Who<Errand> = {
  name: 'theUnit',
  say: say('接单单位', 'the unit'),
  roles: ['departmentHandler'],
  as: (actor, errand) => actor.posts.find((post) => post.id === errand.unit)?.id ?? null,
}

export const aNeighbour: Who<Errand> = {
  name: 'aNeighbour',
  say: say('志愿者', 'a volunteer'),
  roles: ['resident'],
  as: (actor, errand) => (actor.kind === 'resident' && actor.id !== errand.requester ? `account:${actor.id}` : null),
}

export const theTaker: Who<Errand> = {
  name: 'theTaker',
  say: say('领单人', 'the volunteer who took it'),
  roles: ['resident'],
  as: (actor, errand) => (actor.id !== null && actor.id === errand.taker ? `account:${actor.id}` : null),
}

export const time: Who<Errand> = {
  name: 'time',
  say: say('系统', 'the system'),
  roles: ['system'],
  as: (actor) => (actor.kind === 'system' ? 'system' : null),
}

type Waits = (errand: Errand, settings: Settings) => readonly Wait[]

const waiting =
  (post: (errand: Errand, settings: Settings) => string | null) =>
  (zh: string, en: string): Waits =>
  (errand, settings) => {
    const found = post(errand, settings)
    return found === null ? [] : [{ post: found, why: say(zh, en) }]
  }

const accountOf = (id: string | null) => (id === null ? null : `account:${id}`)

export const atDispatcher = waiting((errand, settings) => settings.desk('dispatcher', errand.area))
export const atSupervisor = waiting((errand, settings) => settings.desk('supervisor', errand.area))
export const atBranch = waiting((errand, settings) => settings.desk('communityDesk', errand.area))
export const atUnit = waiting((errand) => errand.unit)
export const atTaker = waiting((errand) => accountOf(errand.taker))
export const atRequester = waiting((errand) => accountOf(errand.requester))

export const dispatcher = holderOf('dispatcher', '调度员', 'the dispatcher')
export const branch = holderOf('communityDesk', '党支部', 'the Party branch')
