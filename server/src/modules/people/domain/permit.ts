import { type Actor, holds, type Post, postCovers, type Role } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'

/** Who looks persons up in their own area: for a visit, at a counter, or to keep the register. */
export const lookers: readonly [Role, ...Role[]] = ['communityDesk', 'gridWorker', 'gridLeader', 'peopleKeeper']
/** Who decides on joining and splitting, and answers what persons ask about their own data. */
export const keepers: readonly [Role, ...Role[]] = ['peopleKeeper']
/** Who enters a service category with evidence. */
export const taggers: readonly [Role, ...Role[]] = ['communityDesk', 'peopleKeeper']
/** Who keeps what statutes say, and nobody else. */
export const statutoryKeepers: readonly [Role, ...Role[]] = ['statutoryKeeper']
/** Who brings records. */
export const bringers: readonly [Role, ...Role[]] = ['peopleKeeper']

/** What is not there and what lies outside one's area look the same. */
export function missing(): Refusal {
  return refuse('missing', 'people.missing', {
    zh: '没有找到这个人，或不在您的管辖范围内。',
    en: 'Nobody was found, or they live outside your area.',
  })
}

const system: Post = { id: 'system', role: 'peopleKeeper', org: 'system', area: '' }

/** The post in one of the roles that covers an area. @throws Refusal `people.missing` (404) */
export function postFor(actor: Actor, roles: readonly Role[], area: string): Post {
  const post = actor.kind === 'system' ? system : holds(actor, roles, area)
  if (!post) throw missing()
  return post
}

/** The posts in one of these roles. */
export const postsIn = (actor: Actor, roles: readonly Role[]): readonly Post[] =>
  actor.kind === 'system' ? [system] : actor.posts.filter((post) => roles.includes(post.role))

/** Beginnings of the codes in which the actor has reach. */
export const reachOf = (actor: Actor, roles: readonly Role[]): string[] =>
  postsIn(actor, roles).flatMap((post) => [post.area, ...(post.areas ?? [])])

/** Whether an import on this post may bring records of an area. */
export const mayBring = (actor: Actor, area: string): boolean => postsIn(actor, bringers).some((post) => postCovers(post, area))
