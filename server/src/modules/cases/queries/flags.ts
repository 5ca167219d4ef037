import type { z } from 'zod'
import { type Context, holds } from '#platform/context'
import { regionOf } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { scopeOf } from '#modules/areas'
import { type Flag, flagsOf, monthOf, type UnitMonth } from '../domain/flags.ts'
import type { FlagsView } from '../http/flag-routes.ts'
import { namesFor } from './names.ts'

interface Count {
  readonly unit: string
  readonly kind: string
  readonly key: string
  readonly n: number
  readonly cases: readonly string[]
}

/** Counts of the month by unit, kind and key, from the folded months: a county's rows for a county and above, a community's below. */
async function countsOf(ctx: Context, month: string, scope: string): Promise<Count[]> {
  const level = scope.length <= 6 ? 6 : 12
  const [counts, texts, photos] = await Promise.all([
    ctx.db.query<Count>({
      name: 'flags.counts',
      text: `select unit, kind, key, sum(n)::int as n, min(cases) as cases from cases.unit_month
        where month = $1 and area like $2 and kind <> 'text' and length(area) = $3 group by unit, kind, key`,
      values: [month, `${scope}%`, level],
    }),
    ctx.db.query<Count>({
      name: 'flags.texts',
      text: `select unit, 'text' as kind, key, sum(n)::int as n, min(cases) as cases from cases.unit_month
        where month = $1 and area like $2 and kind = 'text' and n >= 3 and length(area) = $3 group by unit, key`,
      values: [month, `${scope}%`, level],
    }),
    ctx.db.query<Count>({
      name: 'flags.photos',
      text: `select unit, 'repeated' as kind, '' as key, count(*)::int as n, (array_agg(distinct case_id))[1:5] as cases from cases.photo_repeat
        where month = $1 and area like $2 group by unit`,
      values: [month, `${scope}%`],
    }),
  ])
  return [...counts, ...texts, ...photos]
}

function monthOfUnit(unit: string, counts: readonly Count[]): UnitMonth {
  const sum = (kind: string): number => counts.reduce((total, one) => total + (one.kind === kind ? one.n : 0), 0)
  return {
    unit,
    answers: sum('answers'),
    days: new Map(counts.filter((one) => one.kind === 'day').map((one) => [Number(one.key), one.n])),
    sameTexts: sum('text'),
    rated: sum('rated'),
    happy: sum('happy'),
    reopened: sum('reopened'),
    photos: Math.max(sum('photos'), sum('repeated')),
    repeatedPhotos: sum('repeated'),
  }
}

const behind: Readonly<Record<Flag['kind'], (count: Count) => boolean>> = {
  sameAnswers: (one) => one.kind === 'text',
  closingSpike: (one) => one.kind === 'day' && Number(one.key) >= 26,
  satisfiedButReopened: (one) => one.kind === 'reopened',
  repeatedPhotos: (one) => one.kind === 'repeated',
}

const few = 5

async function numbersOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.query<{ id: string; number: string }>({
    name: 'flags.numbers',
    text: 'select c.id, c.number from unnest($1::text[], $2::uuid[]) as a(region, id) join cases."case" c on c.region = a.region and c.id = a.id',
    values: [ids.map((id) => regionOf(id)), ids],
  })
  return new Map(rows.map((row) => [row.id, row.number]))
}

/** The scope that is asked for, or that of the actor's post. @throws Refusal `case.no-such-area` (404) */
function scopeFor(ctx: Context, area: string | undefined): string {
  const post = holds(ctx.actor, ['supervisor', 'dispatcher'], area === undefined ? undefined : scopeOf(area))
  if (post) return area === undefined ? post.area : scopeOf(area)
  throw refuse('missing', 'case.no-such-area', { zh: '没有这个区域，或不在您的范围内。', en: 'There is no such area, or it is not yours.' })
}

/**
 * What makes the figures of units in an area and month worth a second look, with a few of the matters behind each. About units only.
 * What was done in the last seconds may be missing.
 * @throws Refusal `case.no-such-area` (404)
 */
export async function flagsIn(
  ctx: Context,
  asked: { area?: string | undefined; period?: string | undefined },
): Promise<z.infer<typeof FlagsView>> {
  const scope = scopeFor(ctx, asked.area)
  const month = asked.period ?? monthOf(ctx.now).month
  const counts = await countsOf(ctx, month, scope)
  const units = [...new Set(counts.map((one) => one.unit))].toSorted()
  const ofUnit = (unit: string): Count[] => counts.filter((one) => one.unit === unit)
  const flags = flagsOf(
    month,
    units.map((unit) => monthOfUnit(unit, ofUnit(unit))),
  )
  const casesOf = (flag: Flag): string[] =>
    [
      ...new Set(
        ofUnit(flag.unit)
          .filter(behind[flag.kind])
          .flatMap((one) => one.cases),
      ),
    ].slice(0, few)
  const numbers = await numbersOf(ctx, [...new Set(flags.flatMap(casesOf))])
  const names = await namesFor(ctx, { areas: [scope] })
  return {
    area: names.area(scope),
    period: month,
    items: flags.map((flag) => ({
      kind: flag.kind,
      say: flag.say,
      unit: names.unit(flag.unit),
      n: flag.n,
      of: flag.of,
      cases: casesOf(flag).flatMap((id) => {
        const number = numbers.get(id)
        return number === undefined ? [] : [{ id, number }]
      }),
    })),
  }
}
