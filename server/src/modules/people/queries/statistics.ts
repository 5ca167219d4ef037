import { localDate } from '#platform/calendar'
import { type Context, holds, type Role } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { areaNames, areasBelow, findArea, type Level, LEVELS, levelOf, parentOf } from '#modules/areas'
import { ethnicityName } from '../domain/ethnicity.ts'
import { hiddenCells, leastCell } from '../domain/suppress.ts'
import { categoriesOf } from '../sql/categories.ts'

/** Who reads shares of an area; nobody reads persons by them. */
export const readers: readonly [Role, ...Role[]] = ['communityDesk', 'gridLeader', 'peopleKeeper', 'supervisor']

const bands: readonly { readonly key: string; readonly from: number; readonly say: Say }[] = [
  { key: '0-13', from: 0, say: { zh: '0–13 岁', en: '0–13' } },
  { key: '14-17', from: 14, say: { zh: '14–17 岁', en: '14–17' } },
  { key: '18-59', from: 18, say: { zh: '18–59 岁', en: '18–59' } },
  { key: '60-79', from: 60, say: { zh: '60–79 岁', en: '60–79' } },
  { key: '80+', from: 80, say: { zh: '80 岁以上', en: '80 and older' } },
  { key: 'unknown', from: -1, say: { zh: '年龄不详', en: 'Age unknown' } },
]

interface Cell {
  readonly area: string
  readonly key: string
  readonly n: number
}

/** Counts by area (cut to this many digits) and class, in one pass over the parent. */
async function count(ctx: Context, parent: string, digits: number, what: string, join = ''): Promise<Cell[]> {
  return ctx.db.query<Cell>({
    name: `people.shares.${digits}.${what.length}.${join.length}`,
    text: `select left(p.area, ${digits}) as area, ${what} as key, count(*) as n from people.person p ${join}
      where p.state = 'kept' and p.area like $1 and ($2::date is not null) group by 1, 2`,
    values: [`${parent}%`, localDate(ctx.now)],
  })
}

const ageKey = `case when p.born is null then 'unknown' when p.born > $2::date - interval '14 years' then '0-13' when p.born > $2::date - interval '18 years' then '14-17'
  when p.born > $2::date - interval '60 years' then '18-59' when p.born > $2::date - interval '80 years' then '60-79' else '80+' end`
const tagJoin = 'join people.tag t on t.region = p.region and t.person_id = p.id and t.ended_at is null'

/** The areas of one level whose sums are known together: this one and its siblings. */
interface Family {
  readonly parent: string
  readonly codes: readonly string[]
  readonly digits: number
}

async function familyOf(ctx: Context, area: string): Promise<Family> {
  const parent = parentOf(area)
  if (parent === null || levelOf(area) === 'city') return { parent: area, codes: [area], digits: area.length }
  const siblings = await areasBelow(ctx, parent, LEVELS[LEVELS.indexOf(levelOf(area))] as Level)
  const codes = [...new Set([...siblings.map((one) => one.code).filter((code) => code.length === area.length), area])].sort()
  return { parent, codes, digits: area.length }
}

type Counts = (family: Family) => Promise<readonly (readonly number[])[]>

/** Which classes of an area stay hidden: level by level from the city down, so that no sum of parts gives away what a whole hides. */
async function hiddenFor(ctx: Context, area: string, counts: Counts): Promise<{ row: readonly number[]; hidden: readonly boolean[] }> {
  const above = parentOf(area)
  const isTop = above === null || levelOf(area) === 'city'
  const parent = isTop ? [] : (await hiddenFor(ctx, above, counts)).hidden
  const family = await familyOf(ctx, area)
  const table = await counts(family)
  const at = family.codes.indexOf(area)
  return { row: table[at] ?? [], hidden: hiddenCells(table, parent)[at] ?? [] }
}

const tableOf = (family: Family, cells: readonly Cell[], keys: readonly string[]): number[][] =>
  family.codes.map((code) => keys.map((key) => cells.find((one) => one.area === code && one.key === key)?.n ?? 0))

async function shares(ctx: Context, area: string, keys: readonly string[], say: (key: string) => Say, what: string) {
  const { row, hidden } = await hiddenFor(ctx, area, async (family) =>
    tableOf(family, await count(ctx, family.parent, family.digits, what), keys),
  )
  return keys.map((key, at) => ({ key, say: say(key), n: hidden[at] === true ? null : (row[at] ?? 0) }))
}

/** One category beside those who are not in it: the two make the whole, so both are held against the limit. */
async function categoryShares(ctx: Context, area: string) {
  const categories = (await categoriesOf(ctx)).filter((one) => one.kind === 'service')
  const family = await familyOf(ctx, area)
  const all = new Map<string, { tags: Cell[]; wholes: Cell[] }>()
  const cellsOf = async (of: Family) => {
    const known = all.get(of.parent + of.digits)
    if (known) return known
    const found = {
      tags: await count(ctx, of.parent, of.digits, 't.category::text', tagJoin),
      wholes: await count(ctx, of.parent, of.digits, "'all'"),
    }
    all.set(of.parent + of.digits, found)
    return found
  }
  await cellsOf(family)
  return Promise.all(
    categories.map(async ({ code, name, nameEn }) => {
      const { row, hidden } = await hiddenFor(ctx, area, async (of) => {
        const { tags, wholes } = await cellsOf(of)
        return of.codes.map((each) => {
          const n = tags.find((one) => one.area === each && one.key === String(code))?.n ?? 0
          return [n, (wholes.find((one) => one.area === each)?.n ?? 0) - n]
        })
      })
      return { key: String(code), say: { zh: name, en: nameEn }, n: hidden[0] === true ? null : (row[0] ?? 0) }
    }),
  )
}

/**
 * Age structure, ethnicity and service categories of an area, as counts of which none is below five nor follows from others; nothing statutory.
 * @throws Refusal `people.missing` (404) outside one's area. Inventory 000-12, 000-22, 004-14
 */
export async function statistics(ctx: Context, asked: string) {
  const found = await findArea(ctx, asked)
  if (!found || !holds(ctx.actor, readers, found.code))
    throw refuse('missing', 'people.area', {
      zh: '没有这个区划，或不在您的管辖范围内。',
      en: 'There is no such area, or it lies outside yours.',
    })
  const area = found.code
  const [names, [whole], ethnic] = [
    await areaNames(ctx, [area]),
    await count(ctx, area, area.length, "'all'"),
    await ctx.db.query<{ key: string }>({
      name: 'people.ethnicities',
      text: "select distinct coalesce(ethnicity, 'unknown') as key from people.person where state = 'kept' order by 1",
      values: [],
    }),
  ]
  const ageSay = new Map(bands.map((band) => [band.key, band.say]))
  const unknown: Say = { zh: '不详', en: 'Unknown' }
  return {
    area: { code: area, name: names.get(area) ?? area },
    of: whole && whole.n >= leastCell ? whole.n : null,
    ages: await shares(
      ctx,
      area,
      bands.map((band) => band.key),
      (key) => ageSay.get(key) ?? unknown,
      ageKey,
    ),
    ethnicities: await shares(
      ctx,
      area,
      ethnic.map((one) => one.key),
      (key) => (key === 'unknown' ? unknown : { zh: ethnicityName(key), en: ethnicityName(key) }),
      "coalesce(p.ethnicity, 'unknown')",
    ),
    categories: await categoryShares(ctx, area),
  }
}
