import type { Context, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { categoryNames } from '#modules/catalogue'
import { directory, roleSay, unitNames } from '#modules/orgs'

/** Names of everything that a screen shows beside codes and ids, looked up at once. */
export interface Names {
  unit(id: string): { id: string; name: string }
  unitSay(id: string): Say
  area(code: string): { code: string; name: string }
  category(code: string): { code: string; name: Say }
  post(id: string): { name: string; role: Say } | null
}

export async function namesFor(ctx: Context, wanted: { units?: readonly string[]; areas?: readonly string[]; categories?: readonly string[] }): Promise<Names> {
  const posts = await directory(ctx)
  const [units, areas, categories] = await Promise.all([
    unitNames(ctx, wanted.units ?? []),
    areaNames(ctx, wanted.areas ?? []),
    categoryNames(ctx, wanted.categories ?? []),
  ])
  return {
    unit: (id) => ({ id, name: units.get(id)?.[ctx.lang] || units.get(id)?.zh || id }),
    unitSay: (id) => { const say = units.get(id); return say ? { zh: say.zh, en: say.en || say.zh } : { zh: id, en: id } },
    area: (code) => ({ code, name: areas.get(code) ?? code }),
    category: (code) => ({ code, name: categories.get(code) ?? { zh: code, en: code } }),
    post: (id) => postCard(posts, id, ctx.lang),
  }
}

/** The organisation and the role of a post, also of one that was abolished: its id says both. */
function postCard(posts: Awaited<ReturnType<typeof directory>>, id: string, lang: 'zh' | 'en'): { name: string; role: Say } | null {
  const [role = '', org = ''] = id.split(':')
  const say = roleSay[role as Role]
  if (!say) return null
  const unit = posts.unit(org)
  return { name: (lang === 'en' ? unit?.nameEn : unit?.name) || unit?.name || org, role: say }
}
