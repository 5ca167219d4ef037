import type { Context } from '#platform/context'

const atOnce = 5000

/**
 * Folds marks into the months of units, in the county and in the community; one statement, so a mark is counted once whatever happens.
 * Reading adds what is not folded yet, so nothing waits for this.
 */
export async function foldMarks(ctx: Context): Promise<number> {
  for (let folded = 0; ; ) {
    const [row] = await ctx.db.query<{ n: number }>({
      name: 'marks.fold',
      text: `with taken as (delete from cases.unit_mark m using (select region, id from cases.unit_mark limit ${atOnce}) first
          where m.region = first.region and m.id = first.id returning m.*),
        levels as (select *, region as level from taken union all select *, area from taken where area <> region),
        sums as (select region, month, level, kind, unit, key, count(*)::int as n, (array_agg(distinct case_id))[1:5] as cases
          from levels group by region, month, level, kind, unit, key),
        added as (insert into cases.unit_month as u (region, month, area, kind, unit, key, n, cases)
          select region, month, level, kind, unit, key, n, cases from sums order by 1, 2, 3, 4, 5, 6
          on conflict (region, month, area, kind, unit, key) do update set n = u.n + excluded.n, cases = (u.cases || excluded.cases)[1:5])
        select count(*)::int as n from taken`,
      values: [],
    })
    const n = row?.n ?? 0
    folded += n
    if (n < atOnce) return folded
  }
}
