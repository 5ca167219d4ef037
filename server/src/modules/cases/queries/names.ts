import type { Context, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { categoryNames } from '#modules/catalogue'
import { directory, roleSay } from '#modules/orgs'

/** Names of everything that a screen shows beside codes and ids, looked up at once. */
export interface Names {
  unit(id: string): { id: string; name: string }
  unitSay(id: string): Say
  area(code: string): { code: string; name: string }
  category(code: string): { code: string; name: Say }
  post(id: string): { name: string; role: Say } | null
}

export async function namesFor(ctx: Context, wanted: { areas?: readonly string[]; categories?: readonly string[] }): Promise<Names> {
  const [areas, categories, orgs] = await Promise.all([
    areaNames(ctx, wanted.areas ?? []),
    categoryNames(ctx, wanted.categories ?? []),
    directory(ctx),
  ])
  const unitSay = (id: string): Say => {
    const found = orgs.unit(id)
    return found ? { zh: found.name, en: found.nameEn || found.name } : { zh: id, en: id }
  }
  return {
    unit: (id) => ({ id, name: unitSay(id)[ctx.lang] }),
    unitSay,
    area: (code) => ({ code, name: areas.get(code) ?? code }),
    category: (code) => ({ code, name: categories.get(code) ?? { zh: code, en: code } }),
    post: (id) => postCard(orgs, id, ctx.lang),
  }
}

/** The organisation and the role of a post, also of one that was abolished: its id says both. */
function postCard(orgs: Awaited<ReturnType<typeof directory>>, id: string, lang: 'zh' | 'en'): { name: string; role: Say } | null {
  const [role = '', org = ''] = id.split(':')
  const say = roleSay[role as Role]
  if (!say) return null
  const unit = orgs.unit(org)
  return { name: (lang === 'en' ? unit?.nameEn : unit?.name) || unit?.name || org, role: say }
}
