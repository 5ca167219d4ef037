import { type Actor, holds, type Post, type Role } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'

/** What is not there, and what lies outside one's area, look the same. */
export function missing(what: 'unit' | 'post' | 'compound' | 'gridWorker' | 'appointment' | 'holding'): Refusal {
  return refuse('missing', `orgs.${what}`, {
    zh: '没有找到，或不在您的管辖范围内。',
    en: 'It was not found, or lies outside your area.',
  })
}

/** Seeds and imports keep every register. */
const everywhere: Post = { id: 'system', role: 'systemAdmin', org: 'system', area: '' }

/**
 * The post by which the actor keeps the register of an area.
 * @throws orgs.unit and the like (404) if the area is not theirs
 */
export function keeper(actor: Actor, roles: readonly Role[], area: string, what: Parameters<typeof missing>[0]): Post {
  const post = actor.kind === 'system' ? everywhere : holds(actor, roles, area)
  if (!post) throw missing(what)
  return post
}
