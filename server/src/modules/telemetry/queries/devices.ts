import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { type DeviceKind, type MessageProblem, messageProblems } from '../domain/device.ts'
import type { Sample } from '../domain/judge.ts'
import { checkSees, missing, scopesOf } from '../domain/permit.ts'
import { type Shelf, shelf } from '../shelf.ts'
import { loadDevice } from '../sql/devices.ts'
import type { DeviceRow } from '../sql/tables.ts'

export interface ListedDevice extends DeviceRow {
  readonly heard_at: Date | null
  readonly latest: Readonly<Record<string, Sample>> | null
  readonly problem: MessageProblem | null
  readonly problem_at: Date | null
  readonly problems: number | null
  readonly open_alarms: number
}

export interface DeviceFilter {
  readonly q?: string | undefined
  readonly area?: string | undefined
  readonly kind?: string | undefined
  readonly component?: string | undefined
  readonly trouble?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const columns = `d.*, s.heard_at, s.latest, s.problem, s.problem_at, s.problems,
  (select count(*) from telemetry.alarm a where a.region = d.region and a.device = d.id and a.cleared_at is null) as open_alarms`
const from = 'telemetry.device d left join telemetry.device_state s on s.region = d.region and s.device = d.id'

export interface MeasureNow {
  readonly key: string
  readonly say: Say
  readonly unit: string
  readonly value: number | null
  readonly at: string | null
}

export interface DeviceCard {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly kindSay: Say
  readonly component: string
  readonly area: string
  readonly areaName: string
  readonly place: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly createdAt: string
  readonly endedAt: string | null
  readonly heardAt: string | null
  readonly now: readonly MeasureNow[]
  readonly openAlarms: number
  readonly problem: { readonly say: Say; readonly at: string; readonly n: number } | null
  readonly version: number
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function nowOf(kind: DeviceKind | undefined, latest: ListedDevice['latest']): MeasureNow[] {
  return (kind?.measures ?? []).map(({ key, say, unit }) => {
    const sample = latest?.[key]
    return { key, say, unit, value: sample?.value ?? null, at: sample ? new Date(sample.at).toISOString() : null }
  })
}

function cardOf(row: ListedDevice, known: Shelf, names: ReadonlyMap<string, string>): DeviceCard {
  const kind = known.kinds.get(row.kind)
  const problem =
    row.problem && row.problem_at ? { say: messageProblems[row.problem], at: row.problem_at.toISOString(), n: row.problems ?? 0 } : null
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    kindSay: kind?.say ?? { zh: row.kind, en: row.kind },
    component: row.component,
    area: row.area,
    areaName: names.get(row.area) ?? row.area,
    place: row.place_words,
    lon: row.lon,
    lat: row.lat,
    createdAt: row.created_at.toISOString(),
    endedAt: iso(row.ended_at),
    heardAt: iso(row.heard_at),
    now: nowOf(kind, row.latest),
    openAlarms: row.open_alarms,
    problem,
    version: row.version,
  }
}

async function cards(ctx: Context, rows: readonly ListedDevice[]): Promise<DeviceCard[]> {
  const names = await areaNames(ctx, [...new Set(rows.map((row) => row.area))])
  const known = await shelf(ctx)
  return rows.map((row) => cardOf(row, known, names))
}

/** Devices in service of the actor's areas, newest first. */
export async function listDevices(ctx: Context, filter: DeviceFilter): Promise<{ items: DeviceCard[]; next: string | null }> {
  const rows = await ctx.db.query<ListedDevice>({
    name: 'telemetry.devices',
    text: `select ${columns} from ${from}
      where d.ended_at is null and exists (select 1 from unnest($1::text[]) scope where starts_with(d.area, scope))
        and ($2::text is null or starts_with(d.area, $2)) and ($3::text is null or d.kind = $3) and ($4::text is null or d.component = $4)
        and ($5::text is null or strpos(lower(d.name), lower($5)) > 0 or starts_with(d.component, $5)) and ($6::uuid is null or d.id < $6)
        and (not $7 or exists (select 1 from telemetry.alarm a where a.region = d.region and a.device = d.id and a.cleared_at is null))
      order by d.id desc limit $8`,
    values: [
      scopesOf(ctx.actor),
      filter.area ?? null,
      filter.kind ?? null,
      filter.component ?? null,
      filter.q ?? null,
      filter.after ?? null,
      filter.trouble ?? false,
      filter.limit + 1,
    ],
  })
  const items = rows.slice(0, filter.limit)
  return { items: await cards(ctx, items), next: rows.length > items.length ? (items.at(-1)?.id ?? null) : null }
}

async function seen(ctx: Context, id: string): Promise<DeviceRow> {
  const device = await loadDevice(ctx.db, id)
  if (!device) throw missing('device')
  checkSees(ctx.actor, device.area, 'device')
  return device
}

/** One device. @throws Refusal `telemetry.device` (404) */
export async function getDevice(ctx: Context, id: string): Promise<DeviceCard> {
  const device = await seen(ctx, id)
  const rows = await ctx.db.query<ListedDevice>({
    name: 'telemetry.device-card',
    text: `select ${columns} from ${from} where d.region = $1 and d.id = $2`,
    values: [device.region, device.id],
  })
  const [card] = await cards(ctx, rows)
  if (!card) throw missing('device')
  return card
}

export interface Point {
  readonly at: string
  readonly least: number
  readonly most: number
  readonly mean: number
}

/** Points of a chart. */
const points = 240

/** The readings of the last hours as at most 240 points, each with its least, most and mean. @throws Refusal `telemetry.device` (404) */
export async function readingsOf(ctx: Context, id: string, measure: string, hours: number): Promise<Point[]> {
  const device = await seen(ctx, id)
  const since = new Date(ctx.now.getTime() - hours * 3_600_000)
  const bucket = Math.max(1, Math.round((hours * 3600) / points))
  const rows = await ctx.db.query<{ at: Date; least: number; most: number; mean: number }>({
    name: 'telemetry.readings',
    text: `select to_timestamp(floor(extract(epoch from at) / $5::int) * $5::int) as at, min(value) as least, max(value) as most, avg(value) as mean
      from telemetry.reading where region = $1 and device = $2 and measure = $3 and at > $4 group by 1 order by 1`,
    values: [device.region, device.id, measure, since, bucket],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
