import type { Context, Role } from '#platform/context'
import type { Register } from '#platform/register'
import type { Say } from '#platform/refusal'
import { componentRegister } from '#modules/components'
import { compoundRegister, unitRegister } from '#modules/orgs'
import { peopleRegister } from '#modules/people'
import { buildingRegister, dwellingRegister, smallPlaceRegister } from '#modules/places'

/** The registers that take in files, each from the module whose it is. */
export const registers: readonly Register[] = [
  smallPlaceRegister,
  buildingRegister,
  dwellingRegister,
  compoundRegister,
  unitRegister,
  componentRegister,
  peopleRegister,
]

/** Matters are no register: they have a life, and enter by the ordinary intake. */
export const casesTarget = {
  name: 'cases',
  title: { zh: '诉求', en: 'Matters' },
  by: ['systemAdmin', 'dispatcher'],
} as const satisfies { name: string; title: Say; by: readonly Role[] }

/** The register of a name, or null. */
export function findRegister(name: string): Register | null {
  return registers.find((one) => one.name === name) ?? null
}

/** Everything that a file can be made into, with the roles on whose posts it may be brought. */
export const targets: readonly { readonly name: string; readonly title: Say; readonly by: readonly Role[] }[] = [casesTarget, ...registers]

/** Roles on whose posts anything may be brought: routes let these in, and each target says for itself whom it takes files from. */
export const importers: readonly Role[] = [...new Set(targets.flatMap((target) => target.by))]

/** The widest area in which somebody brings files. */
export function mostOf(ctx: Context): string {
  const areas = ctx.actor.posts.filter((post) => importers.includes(post.role)).map((post) => post.area)
  return areas.toSorted((a, b) => a.length - b.length)[0] ?? ''
}
