import type { Context } from '#platform/context'
import type { Category } from '../domain/categories.ts'
import type { Rule } from '../domain/rule.ts'

interface Row {
  readonly code: number
  readonly name: string
  readonly name_en: string
  readonly kind: 'service' | 'statutory'
  readonly rule: Rule | null
}

/** The categories that a city uses. */
export async function categoriesOf(ctx: Context): Promise<Category[]> {
  const rows = await ctx.db.query<Row>({
    name: 'people.categories',
    text: 'select code, name, name_en, kind, rule from people.category where enabled order by code',
    values: [],
  })
  return rows.map(({ name_en, ...row }) => ({ ...row, nameEn: name_en }))
}

/** Enters the categories of a new city; those that are there stay as the city changed them. */
export async function seedCategories(ctx: Context, categories: readonly Category[]): Promise<void> {
  await ctx.db.query({
    name: 'people.seed-categories',
    text: `insert into people.category (code, name, name_en, kind, rule) select code, name, "nameEn", kind, rule
      from jsonb_to_recordset($1::jsonb) as c(code int, name text, "nameEn" text, kind text, rule jsonb) on conflict do nothing`,
    values: [JSON.stringify(categories)],
  })
}
