import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Query } from '#platform/db'
import { regionOf } from '#platform/ids'
import { type Topics, topicsIn } from '#modules/catalogue'
import {
  type InCommon,
  inCommon,
  type Likeness,
  likely,
  likeness,
  prepared,
  rarePairs,
  slight,
  type Telling,
  together,
  topicInCommon,
  type Weigh,
  weighing,
} from '../domain/likeness.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { living } from '../domain/case-life.ts'
import type { Case } from '../domain/case.ts'
import type { RepeatsView } from '../http/repeat-views.ts'
import { loadCase } from '../sql/store.ts'
import { namesFor } from './names.ts'

const sampled = 1000
const keptMs = 600_000
const weighings = new WeakMap<object, { readonly until: number; readonly weigh: Weigh }>()

/** How characteristic pairs are, by the newest reports of the city (index case_newest); kept ten minutes. */
async function weighingOf(ctx: Context): Promise<Weigh> {
  const known = weighings.get(ctx.city)
  if (known && known.until > Date.now()) return known.weigh
  const rows = await ctx.db.query<{ gram: string | null; n: number }>({
    name: 'repeats.weights',
    text: `with newest as (select grams from cases."case" order by id desc limit ${sampled})
      select g as gram, count(*)::int as n from newest, unnest(grams) g group by g having count(*) > 1
      union all select null, count(*)::int from newest`,
    values: [],
  })
  const of = rows.find((row) => row.gram === null)?.n ?? 0
  const weigh = weighing(new Map(rows.flatMap((row) => (row.gram === null ? [] : [[row.gram, row.n] as const]))), of)
  weighings.set(ctx.city, { until: Date.now() + keptMs, weigh })
  return weigh
}

type Candidate = Pick<Case, 'id' | 'title' | 'text' | 'place_words' | 'lon' | 'lat' | 'category' | 'continued_in'> & {
  readonly reported_at: Date
}

const eachWay = 120
const dayMs = 86_400_000

/**
 * Reports that may be of the same matter, from three ways that each read a bounded part of one index: the nearest on the ground (case_place),
 * the newest of the community (case_community), and those with the most characteristic words (case_grams). Never a scan, however large the city.
 */
export function candidatesQuery(asked: Omit<Telling, 'topics'> & { readonly region: string; readonly area: string }, weigh: Weigh): Query {
  const pairs = rarePairs(`${asked.title}${asked.text}`, weigh, 4)
  return {
    name: 'repeats.candidates',
    text: `with near as (
        select id from cases."case" where lon is not null and $2::float8 is not null order by point(lon, lat) <-> point($2::float8, $3::float8) limit ${eachWay}),
      newest as (select id from cases."case" where left(area, 12) = left($4::text, 12) order by id desc limit ${eachWay}),
      worded as (
        select w.id from unnest($5::text[], $6::text[]) as p(a, b)
        cross join lateral (select id from cases."case" c where c.grams @> array[p.a, p.b] limit ${eachWay}) w)
      select c.id, c.title, c.text, c.place_words, c.lon, c.lat, c.category, c.continued_in, c.reported_at
      from (select id from near where $2::float8 is not null union select id from newest union select id from worded) f
      join cases."case" c on c.region = $1 and c.id = f.id
      where c.state = any($7::text[]) and c.reported_at > $8`,
    values: [
      asked.region,
      asked.lon,
      asked.lat,
      asked.area,
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
      [...living, 'merged'],
      new Date(asked.at.getTime() - 365 * dayMs),
    ],
  }
}

interface Found {
  readonly score: number
  readonly like: Likeness
  readonly common: InCommon
  /** The class that the words of both speak for. */
  readonly topic: string | null
}

function tellingOf(row: Candidate, topicsOf: (text: string) => () => Topics): Telling {
  const text = `${row.text} ${row.place_words ?? ''}`
  return {
    title: row.title,
    text,
    lon: row.lon,
    lat: row.lat,
    category: row.category,
    at: new Date(row.reported_at),
    topics: topicsOf(`${row.title}。${text}`),
  }
}

/** Running matters that are likely the same, the likest first, five at most; reports merged into one matter speak for it together. */
export async function likelySame(
  ctx: Context,
  asked: Candidate & { readonly region: string; readonly area: string },
): Promise<Map<string, Found>> {
  const weigh = await weighingOf(ctx)
  const topics = await topicsIn(ctx)
  const mine = prepared(tellingOf(asked, topics), weigh)
  const rows = await ctx.db.query<Candidate>(candidatesQuery({ ...mine.telling, region: asked.region, area: asked.area }, weigh))
  const matters = new Map<string, Found[]>()
  for (const row of rows.filter((one) => one.id !== asked.id && one.continued_in !== asked.id)) {
    const other = prepared(tellingOf(row, topics), weigh)
    const like = likeness(mine, other, weigh)
    if (like.score < slight) continue
    const main = row.continued_in ?? row.id
    const found = { score: like.score, like, common: inCommon(mine, other, weigh), topic: topicInCommon(mine, other) }
    matters.set(main, [...(matters.get(main) ?? []), found])
  }
  const best = [...matters].flatMap(([id, found]) => {
    const sorted = found.sort((a, b) => b.score - a.score)
    const score = together(sorted.map((one) => one.score))
    return sorted[0] && score >= likely ? [[id, { ...sorted[0], score }] as const] : []
  })
  return new Map(best.sort(([, a], [, b]) => b.score - a.score).slice(0, 5))
}

interface Shown {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly category: string
  readonly joined: number
  readonly reported_at: Date
}

/** What a desk that sorts a matter is shown: running matters that are likely the same, with the reasons. @throws Refusal `case.missing` (404) */
export async function repeatsOf(ctx: Context, id: string): Promise<z.infer<typeof RepeatsView>> {
  const { noun } = await loadCase(ctx, id)
  if (!['submitted', 'registered'].includes(noun.state)) return { items: [] }
  const found = await likelySame(ctx, { ...noun, reported_at: new Date(noun.reported_at) })
  const rows = await ctx.db.query<Shown>({
    name: 'repeats.shown',
    text: `select id, number, title, state, category, joined, reported_at from cases."case" where region = $1 and id = any($2::uuid[]) and state = any($3::text[])`,
    values: [regionOf(id), [...found.keys()], living],
  })
  const topics = [...found.values()].flatMap((one) => one.topic ?? [])
  const names = await namesFor(ctx, { categories: [...rows.map((row) => row.category), ...topics] })
  const items = rows.flatMap((row) => {
    const one = found.get(row.id)
    if (!one) return []
    const { metres, days, sameCategory } = one.like
    return [
      {
        id: row.id,
        number: row.number,
        title: row.title,
        state: row.state,
        stateSay: caseFlow.states[row.state]?.say ?? { zh: row.state, en: row.state },
        category: names.category(row.category),
        reportedAt: row.reported_at.toISOString(),
        reports: row.joined + 1,
        score: Math.round(one.score * 100) / 100,
        metres,
        days,
        sameCategory,
        topic: one.topic === null ? null : names.category(one.topic),
        places: [...one.common.places],
        words: [...one.common.words],
      },
    ]
  })
  return { items: items.sort((a, b) => b.score - a.score) }
}
