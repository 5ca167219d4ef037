import { fromTables, type NameOf } from '#platform/audit'
import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { dutyLevels } from '../domain/duty.ts'
import { kinds, positions, slots } from '../domain/unit.ts'
import { postNames } from './posts.ts'
import { unitWords } from './units.ts'

const saysOf = (table: Readonly<Record<string, { readonly say: Say }>>): Record<string, Say> =>
  Object.fromEntries(Object.entries(table).map(([code, { say }]) => [code, say]))

/** How a grid worker serves (002-14, 002-100). */
const service = {
  fullTime: { zh: '专职', en: 'full-time' },
  partTime: { zh: '兼职', en: 'part-time' },
  mobile: { zh: '移动', en: 'mobile' },
} as const satisfies Record<string, Say>

const tables = { kind: { ...saysOf(kinds), ...service }, slot: saysOf(slots), position: positions, level: dutyLevels }

const ofUnits: ReadonlySet<string> = new Set(['unit', 'units', 'crossFrom'])
const ofPosts: ReadonlySet<string> = new Set(['post', 'holders'])

/** What units, posts and the words of these registers are called on the audit page. */
export async function naming(ctx: Context, values: readonly string[]): Promise<NameOf> {
  const [units, posts] = await Promise.all([unitWords(ctx, values), postNames(ctx, values)])
  const said = fromTables(tables)
  return (fact, value) => {
    if (ofUnits.has(fact)) return units.get(value) ?? null
    const post = ofPosts.has(fact) ? posts.get(value) : undefined
    return post ? { zh: `${post.name}·${post.role.zh}`, en: `${post.name}, ${post.role.en}` } : said(fact, value)
  }
}
