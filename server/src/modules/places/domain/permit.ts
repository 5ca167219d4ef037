import { type Actor, holds, type Post, postCovers, type Role } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'

/** Who reads the registers of places of their area. */
export const readers: readonly Role[] = [
  'communityDesk',
  'gridWorker',
  'gridLeader',
  'dispatcher',
  'departmentHandler',
  'departmentLead',
  'supervisor',
  'systemAdmin',
]

/** Who enters and changes places, and brings files of them. */
export const keepers: readonly Role[] = ['systemAdmin', 'dispatcher', 'communityDesk']

/** Who may see a contact of a building in the clear, with a purpose. */
export const callers: readonly Role[] = ['communityDesk', 'gridWorker', 'gridLeader', 'dispatcher']

/** What is not there, and what lies outside one's area, look the same. */
export function missing(): Refusal {
  return refuse('missing', 'places.missing', { zh: '没有找到，或不在您的管辖范围内。', en: 'It was not found, or lies outside your area.' })
}

/** The post by which the actor does this in an area. @throws Refusal `places.missing` (404) where the area is not theirs */
export function permitted(actor: Actor, roles: readonly Role[], area: string): Post {
  const post = holds(actor, roles, area)
  if (!post) throw missing()
  return post
}

/** The scope that a reader asked for, or the widest of their own; null where it is not theirs. */
export function scopeFor(actor: Actor, asked: string | undefined): string | null {
  const mine = actor.posts.filter((post) => readers.includes(post.role))
  if (asked !== undefined) return mine.some((post) => postCovers(post, asked)) ? asked : null
  return mine.map((post) => post.area).toSorted((a, b) => a.length - b.length)[0] ?? null
}
