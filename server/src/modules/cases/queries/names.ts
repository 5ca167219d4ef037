import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { categoryNames } from '#modules/catalogue'
import { postNames, unitNames } from '#modules/orgs'

/** Names of everything that a screen shows beside codes and ids, looked up at once. */
export interface Names {
  unit(id: string): { id: string; name: string }
  area(code: string): { code: string; name: string }
  category(code: string): { code: string; name: Say }
  post(id: string): { name: string; role: Say } | null
}

export async function namesFor(ctx: Context, wanted: { units?: readonly string[]; areas?: readonly string[]; categories?: readonly string[]; posts?: readonly string[] }): Promise<Names> {
  const [units, areas, categories, posts] = await Promise.all([
    unitNames(ctx, wanted.units ?? []),
    areaNames(ctx, wanted.areas ?? []),
    categoryNames(ctx, wanted.categories ?? []),
    postNames(ctx, wanted.posts ?? []),
  ])
  return {
    unit: (id) => ({ id, name: units.get(id) ?? id }),
    area: (code) => ({ code, name: areas.get(code) ?? code }),
    category: (code) => ({ code, name: categories.get(code) ?? { zh: code, en: code } }),
    post: (id) => posts.get(id) ?? null,
  }
}
