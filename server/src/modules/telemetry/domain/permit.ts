import { type Actor, holds, type Post, type Role } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'

/** Desks that see what devices say: those who handle what comes of it. */
export const readers: readonly Role[] = [
  'systemAdmin',
  'dispatcher',
  'communityDesk',
  'gridWorker',
  'gridLeader',
  'supervisor',
  'departmentHandler',
  'departmentLead',
]

/** What is not there, and what lies outside one's area, look the same. */
export function missing(what: 'device' | 'alarm' | 'rule' | 'kind'): Refusal {
  return refuse('missing', `telemetry.${what}`, {
    zh: '没有找到，或不在您的管辖范围内。',
    en: 'It was not found, or lies outside your area.',
  })
}

/** The areas of which the actor sees devices and alarms. */
export function scopesOf(actor: Actor): string[] {
  return [...new Set(actor.posts.filter((post) => readers.includes(post.role)).flatMap((post) => [post.area, ...(post.areas ?? [])]))]
}

/** @throws Refusal `telemetry.device` and the like (404) where the area is not the actor's to see */
export function checkSees(actor: Actor, area: string, what: 'device' | 'alarm'): void {
  if (actor.kind !== 'system' && !holds(actor, readers, area)) throw missing(what)
}

const everywhere: Post = { id: 'system', role: 'systemAdmin', org: 'system', area: '' }

/** The post by which the actor keeps devices of an area. @throws Refusal `telemetry.device` (404) */
export function keeperOf(actor: Actor, area: string): Post {
  const post = actor.kind === 'system' ? everywhere : holds(actor, ['systemAdmin'], area)
  if (!post) throw missing('device')
  return post
}
