import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import type { Source, Trust } from '../domain/sources.ts'

interface Row {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly trust: Trust
}

/** The departments that send records, by code. */
export async function allSources(ctx: Context): Promise<Map<string, Source>> {
  const rows = await ctx.db.query<Row>({
    name: 'people.sources',
    text: 'select code, name, name_en, trust from people.source order by code',
    values: [],
  })
  return new Map(rows.map(({ code, name, name_en, trust }) => [code, { code, name, nameEn: name_en, trust }]))
}

/** The department that a file came from, by its code or its name. @throws Refusal `people.source` (422) */
export async function sourceOf(ctx: Context, words: string): Promise<Source> {
  const sources = await allSources(ctx)
  const found = sources.get(words) ?? [...sources.values()].find((one) => one.name === words || one.nameEn === words)
  if (found) return found
  throw refuse('invalid', 'people.source', {
    zh: '没有登记过这个来源部门，请从列表里选。',
    en: 'This department is not among those that send records; please choose one of the list.',
  })
}

/** Enters the departments of a new city; those that are there stay as the city changed them. */
export async function seedSources(ctx: Context, sources: readonly Source[]): Promise<void> {
  await ctx.db.query({
    name: 'people.seed-sources',
    text: `insert into people.source (code, name, name_en, trust)
      select code, name, "nameEn", trust from jsonb_to_recordset($1::jsonb) as s(code text, name text, "nameEn" text, trust jsonb) on conflict do nothing`,
    values: [JSON.stringify(sources)],
  })
}
