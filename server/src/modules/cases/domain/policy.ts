import { type Actor, postCovers, type Role } from '#platform/context'
import type { Case } from './case.ts'
import { isReporter } from './who.ts'

/** Desks that see every matter of their area. */
export const areaRoles: readonly Role[] = [
  'dispatcher',
  'communityDesk',
  'hotlineClerk',
  'gridWorker',
  'gridLeader',
  'supervisor',
  'adjudicator',
  'callbackAgent',
]
/** Posts that see what their unit holds or held. */
export const unitRoles: readonly Role[] = ['departmentHandler', 'departmentLead', 'communityDesk', 'gridWorker', 'gridLeader']

/** Whether this person may see the matter at all; for everybody else it does not exist. */
export function sees(actor: Actor, noun: Pick<Case, 'id' | 'area' | 'reporter_account'>, units: readonly string[]): boolean {
  if (actor.kind === 'system' || isReporter(actor, noun)) return true
  return actor.posts.some(
    (post) => (areaRoles.includes(post.role) && postCovers(post, noun.area)) || (unitRoles.includes(post.role) && units.includes(post.org)),
  )
}

/** The same rule for lists: area prefixes and units whose matters the actor sees. */
export function reach(actor: Actor): { readonly prefixes: readonly string[]; readonly units: readonly string[] } {
  return {
    prefixes: [
      ...new Set(actor.posts.filter((post) => areaRoles.includes(post.role)).flatMap((post) => [post.area, ...(post.areas ?? [])])),
    ],
    units: [...new Set(actor.posts.filter((post) => unitRoles.includes(post.role)).map((post) => post.org))],
  }
}

/** Who may see a reporter's name and number, with a purpose: those who hold the matter or call back. */
export function mayReveal(actor: Actor, noun: Case, units: readonly string[]): boolean {
  return actor.posts.some(
    (post) =>
      (['dispatcher', 'communityDesk', 'hotlineClerk', 'callbackAgent', 'gridWorker', 'gridLeader', 'supervisor'].includes(post.role) &&
        postCovers(post, noun.area)) ||
      (['departmentHandler', 'departmentLead'].includes(post.role) && units.includes(post.org)),
  )
}
