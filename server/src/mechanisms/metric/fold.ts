import type { Context } from '#platform/context'
import type { Subject } from './subject.ts'

/** Deltas folded by one statement. */
const batch = 5000

/**
 * How cells are added up: by county and town with every choice of filters, by community without one. Whatever else is asked is added
 * up from the cells themselves, of which a community or a grid has few.
 */
const cuts = [6, 9].flatMap((level) =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({ level, unit: bits & 1, category: bits & 2, channel: bits & 4 })),
)
const everyCut = [{ level: 0, unit: 1, category: 1, channel: 1 }, ...cuts, { level: 12, unit: 0, category: 0, channel: 0 }]

const cutRows = everyCut.map((cut) => `(${cut.level}, ${cut.unit > 0}, ${cut.category > 0}, ${cut.channel > 0})`).join(', ')

function foldSql(counters: readonly string[]): string {
  const sums = counters.map((name, n) => `sum((counts ->> '${name}')::bigint) as c${n}`).join(', ')
  const again = `array[${counters.map((_, n) => `coalesce(sum(c${n}), 0)::bigint`).join(', ')}]`
  const added = `array[${counters.map((_, n) => `coalesce(r.counts[${n + 1}], 0) + excluded.counts[${n + 1}]`).join(', ')}]`
  return `with first as (select region, id from metric.delta where subject = $1 order by region, id limit ${batch} for update skip locked),
    taken as (delete from metric.delta d using first f where d.region = f.region and d.id = f.id returning d.*),
    base as (select region, area, unit, category, channel, month, ${sums} from taken group by 1, 2, 3, 4, 5, 6),
    cells as (
      select b.region, cut.level, case when cut.level = 0 then b.area else left(b.area, cut.level) end as area,
        case when cut.u then b.unit else '*' end as unit, case when cut.g then b.category else '*' end as category,
        case when cut.h then b.channel else '*' end as channel, b.month, ${again} as counts
      from base b join (values ${cutRows}) as cut(level, u, g, h) on cut.level <= 6 or length(b.area) >= cut.level group by 1, 2, 3, 4, 5, 6, 7),
    folded as (
      insert into metric.rollup as r (region, subject, level, area, unit, category, channel, month, counts)
      select region, $1, level, area, unit, category, channel, month, counts from cells order by region, level, area, unit, category, channel, month
      on conflict (region, subject, level, area, unit, category, channel, month) do update set counts = ${added} returning 1)
    select (select count(*) from taken) as taken, (select count(*) from folded) as cells`
}

/**
 * Moves the deltas that wait into the rollup. Each batch is one statement that deletes what it adds, so a reader sees either the deltas
 * or their sum, a fold that is killed has done nothing, and two at once take different deltas. Gives how many were folded.
 */
export async function fold(ctx: Context, subject: Subject): Promise<number> {
  for (let done = 0; ; ) {
    const [row] = await ctx.db.query<{ taken: number }>({
      name: `metric.fold.${subject.name}.${subject.counters.length}`,
      text: foldSql(subject.counters),
      values: [subject.name],
    })
    const taken = row?.taken ?? 0
    done += taken
    if (taken < batch) return done
  }
}
