import type { z } from 'zod'
import type { Context } from '#platform/context'
import { type Cursor, pageOf, type WorklistRow, waitingCounts } from '#mechanisms/worklist'
import { refuse } from '#platform/refusal'
import type { Case } from '../domain/case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { readNumber } from '../domain/number.ts'
import { orderFlow } from '../domain/order-flow.ts'
import type { CasePage, CaseRow, WorkPage, WorkRow } from '../http/views.ts'
import { type CaseFilter, pageOfCases, soonMs } from './conditions.ts'
import { type Names, namesFor } from './names.ts'
import type { Bind } from './reach.ts'
import { searchCases } from './search.ts'

type Row = Pick<
  Case,
  | 'id'
  | 'region'
  | 'number'
  | 'title'
  | 'state'
  | 'channel'
  | 'category'
  | 'area'
  | 'lon'
  | 'lat'
  | 'place_words'
  | 'lead_unit'
  | 'emergency'
  | 'emergency_record'
  | 'supervised'
  | 'verdict'
  | 'clocks'
> & {
  readonly reported_at: Date
  readonly due_at: Date | null
}

export const rowColumns =
  'c.id, c.region, c.number, c.title, c.state, c.channel, c.category, c.area, c.lon, c.lat, c.place_words, c.lead_unit, c.emergency, c.emergency_record, c.supervised, c.verdict, c.reported_at, c.due_at'

/** `after` of a page by due time: `<due>|<id>`; of a page by age: the id. */
function cursorOf(text: string): { due: string | null; id: string } {
  const [due = '', id = ''] = text.includes('|') ? text.split('|') : ['', text]
  if (!/^[0-9a-f-]{36}$/.test(id) || (due !== '' && Number.isNaN(Date.parse(due)))) {
    throw refuse('malformed', 'list.cursor', {
      zh: '翻页位置不对，请从第一页重新开始。',
      en: 'This is no place in the list; please start again from the first page.',
    })
  }
  return { due: due === '' ? null : due, id }
}

/** Rows for lists, with names. */
export async function rowViews(ctx: Context, rows: readonly Omit<Row, 'clocks'>[]): Promise<z.infer<typeof CaseRow>[]> {
  const names = await namesFor(ctx, { areas: rows.map((row) => row.area), categories: rows.map((row) => row.category) })
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    stateSay: caseFlow.states[row.state]?.say ?? { zh: row.state, en: row.state },
    channel: row.channel,
    category: names.category(row.category),
    area: names.area(row.area),
    place: row.lon === null && row.place_words === null ? null : { lon: row.lon, lat: row.lat, words: row.place_words },
    unit: row.lead_unit ? names.unit(row.lead_unit) : null,
    emergency: row.emergency && row.emergency_record === null,
    supervised: row.supervised,
    reportedAt: row.reported_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    late: row.due_at !== null && row.due_at <= ctx.now,
    soon: row.due_at !== null && row.due_at > ctx.now && row.due_at.getTime() < ctx.now.getTime() + soonMs,
    verdict: row.verdict,
  }))
}

/** One page of the cases this person may see, by age or by due time (indexes of migration 0005_lists). */
export async function listCases(ctx: Context, filter: CaseFilter): Promise<z.infer<typeof CasePage>> {
  const limit = filter.limit ?? 50
  const byDue = filter.order === 'due'
  const after = filter.after ? cursorOf(filter.after) : null
  const beyond = (bind: Bind): string[] => [
    ...(byDue ? ['c.due_at is not null'] : []),
    ...(after === null
      ? []
      : [byDue ? `(c.due_at, c.id) > (${bind(after.due)}::timestamptz, ${bind(after.id)}::uuid)` : `c.id < ${bind(after.id)}::uuid`]),
  ]
  const order = byDue ? 'c.due_at, c.id' : 'c.id desc'
  const { q } = filter
  const rows =
    q !== undefined && !byDue && readNumber(q) === null
      ? await searchCases<Row>(ctx, { ...filter, q }, rowColumns, after?.id ?? null, limit + 1)
      : await ctx.db.query<Row>(pageOfCases(ctx, filter, rowColumns, { order, beyond, limit: limit + 1 }))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? (byDue ? `${last.due_at?.toISOString()}|${last.id}` : last.id) : null
  return { items: await rowViews(ctx, page), next }
}

function postsOf(ctx: Context, wanted: string | undefined): string[] {
  const own = [...ctx.actor.posts.map((post) => post.id), ...(ctx.actor.id ? [`account:${ctx.actor.id}`] : [])]
  return wanted ? own.filter((post) => post === wanted) : own
}

interface WorkCase {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly emergency: boolean
  readonly category: string
  readonly area: string
  readonly state: string
  readonly order_id: string | null
  readonly order_state: string | null
  readonly handlers: readonly string[]
}

/** A callback that waits for a post is not shown to who had a part in the matter: whether it was drawn is no handler's to know. */
function isOwnCallback(ctx: Context, found: WorkCase): boolean {
  return found.order_id === null && found.state === 'callback' && ctx.actor.id !== null && found.handlers.includes(ctx.actor.id)
}

async function casesBehind(ctx: Context, items: readonly { region: string; noun_id: string }[]): Promise<Map<string, WorkCase>> {
  const rows = await ctx.db.query<WorkCase>({
    name: 'worklist.cases',
    text: `with wanted as (select * from unnest($1::text[], $2::uuid[]) as w(region, id)),
      found as (
        select w.region, w.id as case_id, null::uuid as order_id, null::text as order_state from wanted w
        union all
        select o.region, o.case_id, o.id, o.state from wanted w join cases.work_order o on o.region = w.region and o.id = w.id)
      select c.id, c.number, c.title, c.emergency and c.emergency_record is null as emergency, c.category, c.area, c.state, c.handlers, f.order_id, f.order_state
      from found f join cases."case" c on c.region = f.region and c.id = f.case_id`,
    values: [items.map((item) => item.region), items.map((item) => item.noun_id)],
  })
  return new Map(rows.map((row) => [row.order_id ?? row.id, row]))
}

function workRow(ctx: Context, item: WorklistRow, found: WorkCase, names: Names): z.infer<typeof WorkRow> {
  const state = found.order_state ?? found.state
  const flow = found.order_id ? orderFlow : caseFlow
  return {
    noun: item.noun,
    id: item.noun_id,
    caseId: found.id,
    number: found.number,
    title: found.title,
    why: item.why,
    post: item.post,
    since: item.since.toISOString(),
    dueAt: item.due_at?.toISOString() ?? null,
    late: item.due_at !== null && item.due_at <= ctx.now,
    soon: item.due_at !== null && item.due_at > ctx.now && item.due_at.getTime() < ctx.now.getTime() + soonMs,
    emergency: found.emergency,
    state,
    stateSay: flow.states[state]?.say ?? { zh: state, en: state },
    category: names.category(found.category),
    area: names.area(found.area),
  }
}

/** 我的清单: all that waits for this person's posts, by due time (index item_post_due). */
export async function worklist(
  ctx: Context,
  query: { post?: string | undefined; after?: string | undefined; limit?: number | undefined },
): Promise<z.infer<typeof WorkPage>> {
  const posts = postsOf(ctx, query.post)
  const limit = query.limit ?? 50
  const after: Cursor | null = query.after ? cursorOf(query.after) : null
  const items = await pageOf(ctx, posts, after, limit + 1)
  const page = items.slice(0, limit)
  const [behind, counts] = await Promise.all([casesBehind(ctx, page), waitingCounts(ctx, posts, new Date(ctx.now.getTime() + soonMs))])
  const rows = page.flatMap((item) => {
    const found = behind.get(item.noun_id)
    return found && !isOwnCallback(ctx, found) ? [{ item, found }] : []
  })
  const names = await namesFor(ctx, { areas: rows.map((row) => row.found.area), categories: rows.map((row) => row.found.category) })
  const last = page.at(-1)
  return {
    items: rows.map(({ item, found }) => workRow(ctx, item, found, names)),
    next: items.length > limit && last ? `${last.due_at?.toISOString() ?? ''}|${last.noun_id}` : null,
    count: { n: counts.waiting, more: counts.more, soon: counts.soon, late: counts.late },
  }
}
