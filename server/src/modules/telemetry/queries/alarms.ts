import type { Context } from '#platform/context'
import { regionOf } from '#platform/ids'
import type { Say } from '#platform/refusal'
import { areaNames } from '#modules/areas'
import { scopesOf } from '../domain/permit.ts'
import { type Shelf, shelf } from '../shelf.ts'
import type { AlarmRow } from '../sql/tables.ts'

export interface AlarmFilter {
  readonly state?: 'open' | 'cleared' | undefined
  readonly area?: string | undefined
  readonly kind?: string | undefined
  readonly device?: string | undefined
  /** Id of the matter that they became. */
  readonly case?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export interface AlarmCard {
  readonly id: string
  readonly component: string
  readonly device: string
  readonly deviceName: string
  readonly kind: string
  readonly say: Say
  readonly area: string
  readonly areaName: string
  readonly openedAt: string
  readonly lastAt: string
  readonly clearedAt: string | null
  readonly times: number
  readonly value: number | null
  readonly worst: number | null
  readonly unit: string
  readonly caseId: string | null
  readonly storm: boolean
}

type Row = AlarmRow & { readonly device_name: string }

function cardOf(row: Row, known: Shelf, names: ReadonlyMap<string, string>): AlarmCard {
  const rule = known.rules.get(row.kind)
  const measures = known.kinds.get(rule?.deviceKind ?? '')?.measures
  return {
    id: row.id,
    component: row.component,
    device: row.device,
    deviceName: row.device_name,
    kind: row.kind,
    say: rule?.say ?? { zh: row.kind, en: row.kind },
    area: row.area,
    areaName: names.get(row.area) ?? row.area,
    openedAt: row.opened_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    clearedAt: row.cleared_at?.toISOString() ?? null,
    times: row.times,
    value: row.value,
    worst: row.worst,
    unit: measures?.find((one) => one.key === rule?.measure)?.unit ?? '',
    caseId: row.case_id,
    storm: row.storm !== null,
  }
}

/** What narrows the list beside the actor's areas: each along an index of its own. */
function narrowed(filter: AlarmFilter): { readonly text: string; readonly values: readonly unknown[] } {
  const values: unknown[] = []
  const bind = (value: unknown): string => `$${values.push(value) + 2}`
  const parts = [
    filter.state === undefined ? '' : `a.cleared_at is ${filter.state === 'open' ? '' : 'not '}null`,
    filter.area === undefined ? '' : `starts_with(a.area, ${bind(filter.area)})`,
    filter.kind === undefined ? '' : `a.kind = ${bind(filter.kind)}`,
    filter.device === undefined ? '' : `a.region = ${bind(regionOf(filter.device))} and a.device = ${bind(filter.device)}`,
    filter.case === undefined ? '' : `a.region = ${bind(regionOf(filter.case))} and a.case_id = ${bind(filter.case)}`,
    filter.after === undefined ? '' : `a.id < ${bind(filter.after)}`,
  ]
  return {
    text: parts
      .filter((part) => part !== '')
      .map((part) => ` and ${part}`)
      .join(''),
    values,
  }
}

/** Alarms of the actor's areas, newest first. */
export async function listAlarms(ctx: Context, filter: AlarmFilter): Promise<{ items: AlarmCard[]; next: string | null }> {
  const { text, values } = narrowed(filter)
  const rows = await ctx.db.query<Row>({
    text: `select a.*, d.name as device_name from telemetry.alarm a join telemetry.device d on d.region = a.region and d.id = a.device
      where exists (select 1 from unnest($1::text[]) scope where starts_with(a.area, scope))${text} order by a.id desc limit $2`,
    values: [scopesOf(ctx.actor), filter.limit + 1, ...values],
  })
  const items = rows.slice(0, filter.limit)
  const names = await areaNames(ctx, [...new Set(items.map((row) => row.area))])
  const known = await shelf(ctx)
  return { items: items.map((row) => cardOf(row, known, names)), next: rows.length > items.length ? (items.at(-1)?.id ?? null) : null }
}
