import { type Actor, postCovers, type Role } from '#platform/context'
import { refuse } from '#platform/refusal'

/** Posts that see the figures of their whole area. */
export const areaRoles: readonly Role[] = ['supervisor', 'dispatcher', 'communityDesk']
/** Posts that see the figures of their own unit. */
export const unitRoles: readonly Role[] = ['departmentLead', 'departmentHandler']
export const figureRoles: readonly Role[] = [...areaRoles, ...unitRoles]

/** What somebody sees figures of. */
export interface Sight {
  /** A scope without trailing zero groups. */
  readonly area: string
  /** The unit that alone is seen, or that was asked for. */
  readonly unit: string | undefined
}

function outside(): Error {
  return refuse('forbidden', 'figures.outside', {
    zh: '这个范围的数据不归您看。请选您自己的辖区或单位。',
    en: 'These figures are not yours to see. Please choose your own area or unit.',
  })
}

/**
 * What an actor sees of what is asked for: leaders their area, people of a department their unit only.
 * @throws Refusal `figures.outside` (403)
 */
export function sightOf(actor: Actor, area: string | undefined, unit: string | undefined): Sight {
  const over = actor.posts.filter((post) => areaRoles.includes(post.role))
  const own = actor.posts.filter((post) => unitRoles.includes(post.role))
  const wanted =
    area ??
    (unit === undefined || over.length > 0 ? over[0]?.area : undefined) ??
    own.find((post) => unit === undefined || post.org === unit)?.area
  if (wanted === undefined) throw outside()
  if (over.some((post) => postCovers(post, wanted))) return { area: wanted, unit }
  const mine = own.find((post) => unit === undefined || post.org === unit)
  if (mine && (wanted.startsWith(mine.area) || mine.area.startsWith(wanted))) return { area: wanted, unit: mine.org }
  throw outside()
}
