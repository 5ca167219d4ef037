import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { cellSql, type Source, type Subject } from './subject.ts'
import { sameCounts } from './tally.ts'

/** Something whose stored figure is not what its history says. */
export interface Difference {
  /** `noun`: a noun's own tally; `cell`: what was counted in a cell; `sum`: what was added up from cells. */
  readonly what: 'noun' | 'cell' | 'sum'
  readonly where: string
}

export interface Recount {
  readonly checked: number
  readonly differing: number
  /** The first of those that differ, for a person to look at. */
  readonly differences: readonly Difference[]
}

const page = 500

/** Differences that are kept of one comparison; all are counted. */
const kept = 100

/** Folds every history again and compares it with the tally that its noun keeps. */
async function recountNouns(ctx: Context, source: Source): Promise<Recount> {
  const differences: Difference[] = []
  let checked = 0
  let differing = 0
  for (let after: { region: string; id: string } | null = null; ; ) {
    const nouns = await source.page(ctx, after, page, false)
    for (const { stored, told, id } of nouns) {
      if (!stored || sameCounts(stored.n, told.n)) continue
      if (differing++ < kept) differences.push({ what: 'noun', where: `${source.table} ${id}` })
    }
    checked += nouns.length
    after = nouns.at(-1) ?? null
    if (nouns.length < page) return { checked, differing, differences }
  }
}

/** The first rows that a comparison of sums finds, each with how many there are. */
const firstOf = (comparison: string): string => `select "where", count(*) over () as n from (${comparison}) found limit ${kept}`

interface Found {
  readonly where: string
  readonly n: number
}

function cellsSql({ counters, sources }: Subject): string {
  const sums = (of: (name: string, n: number) => string): string =>
    counters.map((name, n) => `coalesce(sum(${of(name, n)}), 0)::bigint`).join(', ')
  const key = 'area, unit, category, channel, month'
  const nouns = sources.map(
    (one) => `select ${cellSql(one.columns)}, n.tally -> 'n' as counts from ${one.table} n where n.region = $1 and n.tally is not null`,
  )
  return `with told as (select ${key}, array[${sums((name) => `(counts ->> '${name}')::bigint`)}] as c from (${nouns.join(' union all ')}) n group by ${key}),
    waiting as (select ${key}, array[${sums((name) => `(counts ->> '${name}')::bigint`)}] as c from metric.delta where region = $1 and subject = $2 group by ${key}),
    folded as (select ${key}, counts as c from metric.rollup where region = $1 and subject = $2 and level = 0),
    held as (select ${key}, array[${sums((_, n) => `c[${n + 1}]`)}] as c from (select * from waiting union all select * from folded) h group by ${key})
    select concat_ws('|', area, unit, category, channel, month) as "where" from told full join held using (${key})
    where coalesce(told.c, array[${counters.map(() => '0').join(', ')}]::bigint[]) <> coalesce(held.c, array[${counters.map(() => '0').join(', ')}]::bigint[])`
}

function sumsSql({ counters }: Subject): string {
  const none = `array[${counters.map(() => '0').join(', ')}]::bigint[]`
  const total = `array[${counters.map((_, n) => `coalesce(sum(counts[${n + 1}]), 0)::bigint`).join(', ')}]`
  const of = (level: number, filters: string, area: string): string =>
    `select ${area} as area, month, ${total} as c from metric.rollup where region = $1 and subject = $2 and level = ${level} and ${filters} group by 1, 2`
  const all = "unit = '*' and category = '*' and channel = '*'"
  const each = "unit <> '*' and category <> '*' and channel <> '*'"
  const pairs = [6, 9, 12].map(
    (level) =>
      [
        level,
        of(0, level > 6 ? `length(area) >= ${level}` : 'true', `left(area, ${level})`),
        [all, ...(level < 12 ? [each] : [])].map((filters) => of(level, filters, 'area')),
      ] as const,
  )
  return pairs
    .flatMap(([level, cells, sums]) =>
      sums.map(
        (sum) => `select concat_ws('|', ${level}, area, month) as "where" from (${cells}) a full join (${sum}) b using (area, month)
          where coalesce(a.c, ${none}) <> coalesce(b.c, ${none})`,
      ),
    )
    .join(' union all ')
}

async function recountCells(ctx: Context, subject: Subject): Promise<Recount> {
  const regions = await ctx.db.query<{ region: string }>({
    text: `${subject.sources.map((one) => `select region from ${one.table}`).join(' union ')} union select region from metric.rollup where subject = $1 order by 1`,
    values: [subject.name],
  })
  const differences: Difference[] = []
  let differing = 0
  for (const { region } of regions) {
    for (const [what, sql] of [
      ['cell', cellsSql(subject)],
      ['sum', sumsSql(subject)],
    ] as const) {
      const found = await ctx.db.query<Found>({ text: firstOf(sql), values: [region, subject.name] })
      differing += found[0]?.n ?? 0
      differences.push(...found.map(({ where }) => ({ what, where })))
    }
  }
  return { checked: regions.length, differing, differences: differences.slice(0, kept) }
}

/**
 * The nightly check: counts every noun's history again and compares it with the noun's own tally, the tallies with the cells, and the cells
 * with their sums. Each comparison is one snapshot, so that writing and folding may go on. What differs is kept, audited and left for a person.
 */
export async function recount(ctx: Context, subject: Subject): Promise<Recount> {
  const found: Recount[] = []
  for (const source of subject.sources) found.push(await recountNouns(ctx, source))
  found.push(await recountCells(ctx, subject))
  const differences = found.flatMap((one) => one.differences)
  const checked = found.reduce((sum, one) => sum + one.checked, 0)
  const differing = found.reduce((sum, one) => sum + one.differing, 0)
  await ctx.db.query({
    name: 'metric.recounted',
    text: `insert into metric.recount (subject, at, checked, differing, differences) values ($1, $2, $3, $4, $5)
      on conflict (subject) do update set at = excluded.at, checked = excluded.checked, differing = excluded.differing, differences = excluded.differences`,
    values: [subject.name, ctx.now, checked, differing, JSON.stringify(differences.slice(0, kept))],
  })
  if (differing > 0) await audit(ctx, { action: 'figures.differ', object: { kind: 'subject', id: subject.name }, facts: { differing } })
  return { checked, differing, differences }
}

export interface LastRecount {
  readonly subject: string
  readonly at: Date
  readonly checked: number
  readonly differing: number
  readonly differences: readonly Difference[]
}

/** What the last recount of a subject found; null before the first. */
export async function lastRecount(ctx: Context, subject: string): Promise<LastRecount | null> {
  const [row] = await ctx.db.query<LastRecount>({
    name: 'metric.last',
    text: 'select * from metric.recount where subject = $1',
    values: [subject],
  })
  return row ?? null
}
