import type { Context } from '#platform/context'
import { photosOf } from '#platform/files'
import { regionOf } from '#platform/ids'
import type { Say } from '#platform/refusal'
import type { ClockLife } from '#mechanisms/flow'
import { findCategory } from '#modules/catalogue'
import type { Case } from '../domain/case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import { readNumber } from '../domain/number.ts'
import { promiseOf } from '../domain/promise.ts'
import { publicPlace } from '../domain/public-place.ts'
import { linkPath } from './follow.ts'
import { leadsOf } from './joined.ts'
import { type Names, namesFor } from './names.ts'

/** Which cases everybody may ask for. */
export interface PublicFilter {
  readonly from?: Date | undefined
  /** Included. */
  readonly to?: Date | undefined
  readonly isOpen?: boolean | undefined
  /** Codes under which cases are kept. */
  readonly categories?: readonly string[] | undefined
  readonly limit: number
  readonly offset: number
}

/** A case as everybody may see it: never a name, a phone, a home's door, or a word that was not released. */
export interface PublicRequest {
  readonly number: string
  readonly isOpen: boolean
  readonly stateSay: Say
  readonly category: { readonly code: string; readonly name: Say }
  readonly text: string | null
  /** The unit that has it or had it last; before dispatch the desk. */
  readonly unit: Say
  readonly promise: Say
  readonly reportedAt: Date
  readonly updatedAt: Date
  /** When it is promised to be finished; null when nothing is promised any more. */
  readonly expectedAt: Date | null
  readonly area: string
  /** From the smallest area to the county. */
  readonly areaNames: readonly string[]
  readonly lon: number | null
  readonly lat: number | null
  readonly placeWords: string | null
  readonly photos: readonly string[]
}

type Row = Pick<
  Case,
  'id' | 'number' | 'state' | 'area' | 'category' | 'text' | 'lon' | 'lat' | 'place_words' | 'released' | 'lead_unit' | 'verdict'
> & {
  readonly photos: string[]
  readonly clocks: ClockLife[]
  readonly reported_at: Date
  readonly closed_at: Date | null
  readonly moved_at: Date | null
}

const finals = Object.entries(caseFlow.states).flatMap(([name, state]) => (state.final ? [name] : []))
const deskSay: Say = { zh: '市民服务调度台', en: 'the city service desk' }

const columns = `c.id, c.number, c.state, c.area, c.category, c.text, c.lon, c.lat, c.place_words, c.released, c.lead_unit, c.verdict, c.photos, c.clocks,
  c.reported_at, c.closed_at, t.at as moved_at`
const lastMove =
  'left join lateral (select at from flow.trace where region = c.region and noun_id = c.id order by seq desc limit 1) t on true'

/** The scope's own code and those above it, down to the county: 15, 12, 9 and 6 digits. */
function scopes(area: string): string[] {
  const above = [15, 12, 9, 6].filter((length) => length <= area.length).map((length) => area.slice(0, length))
  return above.length > 0 ? above : [area]
}

function unitSay(unit: string | null, names: Names): Say {
  if (unit === null) return deskSay
  const { name } = names.unit(unit)
  return { zh: name, en: name }
}

function expectedAt(row: Row): Date | null {
  const last = row.clocks.filter((life) => life.name === 'finish').at(-1)
  return last ? new Date(last.dueAt) : null
}

async function viewOf(ctx: Context, row: Row, names: Names, released: ReadonlySet<string>, lead: string | null): Promise<PublicRequest> {
  const isHome = (await findCategory(ctx, row.category))?.home ?? true
  const place = publicPlace({ lon: row.lon, lat: row.lat, words: row.place_words }, isHome, row.released)
  const isOpen = !finals.includes(row.state)
  const unit = unitSay(lead, names)
  return {
    number: row.number,
    isOpen,
    stateSay: caseFlow.states[row.state]?.say ?? { zh: row.state, en: row.state },
    category: names.category(row.category),
    text: row.released ? row.text : null,
    unit,
    promise: promiseOf(row, unit, ctx.now),
    reportedAt: row.reported_at,
    updatedAt: (isOpen ? null : row.closed_at) ?? row.moved_at ?? row.reported_at,
    expectedAt: expectedAt(row),
    area: row.area,
    areaNames: scopes(row.area).map((code) => names.area(code).name),
    lon: place.lon,
    lat: place.lat,
    placeWords: place.words,
    photos: row.photos.filter((id) => released.has(id)),
  }
}

async function views(ctx: Context, rows: readonly Row[]): Promise<PublicRequest[]> {
  const names = await namesFor(ctx, {
    areas: [...new Set(rows.flatMap((row) => scopes(row.area)))],
    categories: [...new Set(rows.map((row) => row.category))],
  })
  const cards = await photosOf(
    ctx,
    rows.flatMap((row) => (row.released ? row.photos : [])),
  )
  const released = new Set(cards.flatMap((card) => (card.released ? [card.id] : [])))
  const leads = await leadsOf(
    ctx,
    rows.flatMap((row) => (row.state === 'merged' ? [row.id] : [])),
  )
  return Promise.all(rows.map((row) => viewOf(ctx, row, names, released, leads.get(row.id) ?? row.lead_unit)))
}

/** Cases by the time of their report, newest first, ties by id (index case_reported): a page neither skips nor repeats a row that stays. */
export async function publicRequests(ctx: Context, filter: PublicFilter): Promise<PublicRequest[]> {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value)}`
  const where = ['true']
  if (filter.from) where.push(`c.reported_at >= ${bind(filter.from)}`)
  if (filter.to) where.push(`c.reported_at <= ${bind(filter.to)}`)
  if (filter.isOpen !== undefined) where.push(`(c.state = any(${bind(finals)}::text[])) = ${bind(!filter.isOpen)}`)
  if (filter.categories) where.push(`c.category = any(${bind(filter.categories)}::text[])`)
  const rows = await ctx.db.query<Row>({
    text: `with page as (select c.* from cases."case" c where ${where.join(' and ')}
        order by c.reported_at desc, c.id desc limit ${bind(filter.limit)} offset ${bind(filter.offset)})
      select ${columns} from page c ${lastMove} order by c.reported_at desc, c.id desc`,
    values,
  })
  return views(ctx, rows)
}

/** Cases by their numbers, newest first; what is no number of a case here is left out. */
export async function publicRequestsByNumber(ctx: Context, typed: readonly string[]): Promise<PublicRequest[]> {
  const numbers = typed.flatMap((one) => readNumber(one) ?? [])
  if (numbers.length === 0) return []
  const rows = await ctx.db.query<Row>({
    name: 'case.public-by-number',
    text: `select ${columns} from (select distinct * from unnest($1::text[], $2::text[]) as a(region, number)) asked
      join cases."case" c on c.region = asked.region and c.number = asked.number ${lastMove} order by c.reported_at desc, c.id desc`,
    values: [numbers.map((number) => number.slice(0, 6)), numbers],
  })
  return views(ctx, rows)
}

/** A case by its id, with the path of its secret link: only for who has just reported it. */
export async function reportedRequest(
  ctx: Context,
  id: string,
): Promise<{ request: PublicRequest; emergency: boolean; link: string } | null> {
  const [row] = await ctx.db.query<Row & { emergency: boolean }>({
    name: 'case.public-by-id',
    text: `select ${columns}, c.emergency and c.emergency_record is null as emergency from cases."case" c ${lastMove} where c.region = $1 and c.id = $2`,
    values: [regionOf(id), id],
  })
  const [request] = row ? await views(ctx, [row]) : []
  return row && request ? { request, emergency: row.emergency, link: linkPath(ctx, id) } : null
}
