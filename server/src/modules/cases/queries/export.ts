import { auditIn, type Facts } from '#platform/audit'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { refuse, type Say } from '#platform/refusal'
import type { Cell } from '#platform/spreadsheet'
import { caseFlow } from '../domain/case-flow.ts'
import type { Case, Outcome, Severity, Verdict } from '../domain/case.ts'
import { channelSay } from './case-view.ts'
import { type CaseFilter, conditions, pageOfCases } from './conditions.ts'
import { type Names, namesFor } from './names.ts'

/** The most rows that one export holds. */
const mostRows = 100_000
/** Rows are held for the shortest time: what survives a collection of young memory stays for long. */
const page = 200

type Row = Pick<
  Case,
  | 'id'
  | 'number'
  | 'channel'
  | 'category'
  | 'severity'
  | 'area'
  | 'title'
  | 'state'
  | 'lead_unit'
  | 'outcome'
  | 'verdict'
  | 'satisfaction'
  | 'reopened'
  | 'supervised'
> & { readonly [time in 'reported_at' | 'due_at' | 'dispatched_at' | 'fed_back_at' | 'closed_at']: Date | null }

const columns =
  'c.id, c.number, c.channel, c.category, c.severity, c.area, c.title, c.state, c.lead_unit, c.outcome, c.verdict, c.satisfaction, c.reopened, c.supervised, c.reported_at, c.due_at, c.dispatched_at, c.fed_back_at, c.closed_at'

const say = (zh: string, en: string): Say => ({ zh, en })

const severitySay: Readonly<Record<Severity, Say>> = {
  small: say('小事', 'Small'),
  large: say('大事', 'Large'),
  joint: say('难事', 'Hard'),
}
const outcomeSay: Readonly<Record<Outcome, Say>> = {
  solved: say('单位说已解决', 'Unit says solved'),
  explained: say('单位说已解释', 'Unit says explained'),
  partly: say('单位说部分解决', 'Unit says partly solved'),
  unsolvable: say('单位说暂无法解决', 'Unit says it cannot be solved for now'),
}
const verdictSay: Readonly<Record<Verdict, Say>> = {
  yes: say('解决了', 'Solved'),
  partly: say('解决了一部分', 'Partly'),
  no: say('没解决', 'Not solved'),
  none: say('没有评价', 'No word'),
}
const cardSay: Readonly<Record<'yellow' | 'red', Say>> = { yellow: say('黄牌', 'Yellow'), red: say('红牌', 'Red') }

interface Column {
  readonly say: Say
  readonly of: (row: Row, names: Names, ctx: Context) => Cell
}

const worded = <K extends string>(table: Readonly<Record<K, Say>>, key: K | null, ctx: Context): string =>
  key === null ? '' : table[key][ctx.lang]

/** What an export shows: what a list shows, and times. Never who reported, where exactly, or a word beyond the title. */
const shown: readonly Column[] = [
  { say: say('编号', 'Number'), of: (row) => row.number },
  { say: say('上报时间', 'Reported'), of: (row) => row.reported_at },
  { say: say('渠道', 'Channel'), of: (row, _, ctx) => channelSay[row.channel]?.[ctx.lang] ?? row.channel },
  { say: say('类别代码', 'Category code'), of: (row) => row.category },
  { say: say('类别', 'Category'), of: (row, names, ctx) => names.category(row.category).name[ctx.lang] },
  { say: say('轻重', 'Severity'), of: (row, _, ctx) => severitySay[row.severity][ctx.lang] },
  { say: say('区域代码', 'Area code'), of: (row) => row.area },
  { say: say('区域', 'Area'), of: (row, names) => names.area(row.area).name },
  { say: say('标题', 'Title'), of: (row) => row.title },
  { say: say('状态', 'State'), of: (row, _, ctx) => caseFlow.states[row.state]?.say[ctx.lang] ?? row.state },
  { say: say('主办单位', 'Lead unit'), of: (row, names, ctx) => (row.lead_unit ? names.unitSay(row.lead_unit)[ctx.lang] : '') },
  { say: say('到期时间', 'Due'), of: (row) => row.due_at },
  { say: say('派单时间', 'Dispatched'), of: (row) => row.dispatched_at },
  { say: say('反馈时间', 'Fed back'), of: (row) => row.fed_back_at },
  { say: say('办结时间', 'Closed'), of: (row) => row.closed_at },
  { say: say('单位自述结果', 'The unit’s own account'), of: (row, _, ctx) => worded(outcomeSay, row.outcome, ctx) },
  { say: say('反映人评价', 'Verdict'), of: (row, _, ctx) => worded(verdictSay, row.verdict, ctx) },
  { say: say('满意度（1–5）', 'Satisfaction (1–5)'), of: (row) => row.satisfaction },
  { say: say('重办次数', 'Reopened'), of: (row) => row.reopened },
  { say: say('督办', 'Supervised'), of: (row, _, ctx) => worded(cardSay, row.supervised, ctx) },
]

/** Matters as rows of a table, page by page. */
export interface CaseExport {
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<readonly Cell[]>
}

async function* rowsOf(ctx: Context, filter: CaseFilter): AsyncGenerator<readonly Cell[]> {
  let after: string | null = null
  for (;;) {
    const last = after
    const beyond = (bind: (value: unknown) => string): string[] => (last === null ? [] : [`c.id < ${bind(last)}::uuid`])
    const rows: Row[] = await ctx.db.query<Row>(pageOfCases(ctx, filter, columns, { order: 'c.id desc', beyond, limit: page }))
    const names = await namesFor(ctx, {
      areas: [...new Set(rows.map((row) => row.area))],
      categories: [...new Set(rows.map((row) => row.category))],
    })
    for (const row of rows) yield shown.map((column) => column.of(row, names, ctx))
    after = rows.at(-1)?.id ?? null
    if (rows.length < page) return
  }
}

/** Filters as codes for the audit; what was searched for is only told to have been there. */
function factsOf({ state, area, category, unit, channel, q, due, supervised }: CaseFilter): Facts {
  const codes = { state, area, category, unit, channel, due }
  const known = Object.entries(codes).flatMap(([name, value]) =>
    value !== undefined && /^[\x21-\x7e]{1,160}$/.test(value) ? [[name, value]] : [],
  )
  return { ...Object.fromEntries(known), ...(q !== undefined && { searched: true }), ...(supervised && { supervised }) }
}

/**
 * Opens an export of the cases that this person may see, by the filters of the list, and leaves an audit row.
 * @throws Refusal `case.export-too-large` (422) beyond 100,000 rows
 */
export async function openExport(ctx: Context, format: 'csv' | 'xlsx', filter: CaseFilter): Promise<CaseExport> {
  const { where, values } = conditions(ctx, filter)
  const [row] = await ctx.db.query<{ n: number }>({
    text: `select count(*) as n from (select 1 from cases."case" c where ${where.join(' and ')} limit ${mostRows + 1}) as found`,
    values,
  })
  const n = row?.n ?? 0
  if (n > mostRows) {
    throw refuse('invalid', 'case.export-too-large', {
      zh: '超过 10 万行，请先缩小范围（区域、状态、类别）再导出。',
      en: 'More than 100,000 rows. Narrow it down by area, state or category first.',
    })
  }
  const sql = statement()
  auditIn(sql, ctx, {
    action: 'case.exported',
    object: { kind: 'case', id: null },
    post: ctx.actor.posts[0]?.id ?? null,
    facts: { format, rows: n, ...factsOf(filter) },
  })
  await ctx.db.query(sql.done('select 1'))
  return { header: shown.map((column) => column.say[ctx.lang]), rows: rowsOf(ctx, filter) }
}
