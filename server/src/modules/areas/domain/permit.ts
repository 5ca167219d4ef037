import { type Actor, holds } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'

/** What is not there, and what lies outside one's area, look the same. */
export function missing(): Refusal {
  return refuse('missing', 'areas.missing', {
    zh: '没有找到这个区域，或它不在您的管理范围内。',
    en: 'There is no such area, or it lies outside of yours.',
  })
}

/** Divisions and grids are kept by the system administrator of an area that contains them; seeds and imports of the house may all. */
export function mayKeep(actor: Actor, code: string): boolean {
  return actor.kind === 'system' || holds(actor, ['systemAdmin'], code) !== null
}

/** The post by which the actor keeps an area, for the audit. @throws Refusal `areas.missing` (404) */
export function keeperPost(actor: Actor, code: string): string {
  if (actor.kind === 'system') return 'system'
  const post = holds(actor, ['systemAdmin'], code)
  if (!post) throw missing()
  return post.id
}
