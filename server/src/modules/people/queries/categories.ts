import type { Context } from '#platform/context'

/** Every category that the city knows, used or not, with its rule. */
export async function allCategories(ctx: Context) {
  const rows = await ctx.db.query<{
    code: number
    name: string
    name_en: string
    kind: 'service' | 'statutory'
    rule: unknown
    enabled: boolean
  }>({
    name: 'people.all-categories',
    text: 'select code, name, name_en, kind, rule, enabled from people.category order by code',
    values: [],
  })
  return rows.map(({ name, name_en, ...row }) => ({ ...row, name: { zh: name, en: name_en } }))
}
