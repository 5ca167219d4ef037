import type { Context, Role } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { categoryNames } from '#modules/catalogue'
import { directory, roleSay } from '#modules/orgs'

/** The name of a type by its five digits. */
export async function typeNames(ctx: Context, types: readonly string[]): Promise<(type: string) => { code: string; name: Say }> {
  const names = await categoryNames(
    ctx,
    types.map((type) => `C${type}`),
  )
  return (type) => ({ code: type, name: names.get(`C${type}`) ?? { zh: type, en: type } })
}

/** The name of an area by its code. */
export async function namedAreas(ctx: Context, codes: readonly string[]): Promise<(code: string) => { code: string; name: string }> {
  const names = await areaNames(ctx, codes)
  return (code) => ({ code, name: names.get(code) ?? code })
}

/** The organisation and the role of a post: history names these, never a person. */
export async function postCards(ctx: Context): Promise<(id: string | null) => { name: string; post: Say | null }> {
  const orgs = await directory(ctx)
  return (id) => {
    const [role = '', org = ''] = id?.split(':') ?? []
    const say = roleSay[role as Role]
    if (!say) return { name: ctx.lang === 'en' ? 'the system' : '系统', post: null }
    const unit = orgs.unit(org)
    return { name: (ctx.lang === 'en' ? unit?.nameEn : unit?.name) || unit?.name || org, post: say }
  }
}

/** The address of a component's public card in the mobile app. */
export const cardAddress = (ctx: Context, code: string): string => `${ctx.city.config.publicUrl}/p/${code}`
