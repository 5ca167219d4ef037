import type { Db } from '#platform/db'
import type { Storm } from '../domain/storm.ts'
import type { AlarmRow } from './tables.ts'
import { raiseText, type Raised } from './store-batch.ts'

export interface SilentDevice {
  readonly region: string
  readonly device: string
  readonly component: string
  readonly area: string
  readonly kind: string
  readonly since: Date
}

/** Devices in service that have said nothing for as long as a rule allows, and have no open alarm of that. */
export function silentDevices(db: Db, now: Date, most: number): Promise<SilentDevice[]> {
  return db.query<SilentDevice>({
    name: 'telemetry.silent',
    text: `select d.region, d.id as device, d.component, d.area, r.code as kind, coalesce(s.heard_at, d.created_at) as since
      from telemetry.rule r join telemetry.device d on d.kind = r.device_kind and d.ended_at is null
      left join telemetry.device_state s on s.region = d.region and s.device = d.id
      where r.enabled and r.test ->> 'kind' = 'silence' and coalesce(s.heard_at, d.created_at) < $1::timestamptz - (r.test ->> 'minutes')::int * interval '1 minute'
        and not exists (select 1 from telemetry.alarm a where a.region = d.region and a.component = d.component and a.kind = r.code and a.cleared_at is null)
      limit $2`,
    values: [now, most],
  })
}

/** Opens alarms, or extends those that are open. */
export async function raiseAlarms(db: Db, raised: readonly Raised[]): Promise<void> {
  if (raised.length === 0) return
  const rows = raised.map(({ openedAt, lastAt, ...row }) => ({
    ...row,
    opened_at: new Date(openedAt).toISOString(),
    last_at: new Date(lastAt).toISOString(),
  }))
  await db.query({ name: 'telemetry.raise', text: raiseText('$1'), values: [JSON.stringify(rows)] })
}

export interface WaitingRow extends Pick<AlarmRow, 'region' | 'id' | 'component' | 'kind' | 'area' | 'device' | 'opened_at' | 'value'> {
  readonly device_name: string
  readonly device_kind: string
  readonly lon: number | null
  readonly lat: number | null
  readonly place_words: string | null
  /** A matter of the same component and kind from an alarm that ended within a week. */
  readonly earlier_case: string | null
}

/** Open alarms of rules that make matters, without one yet. */
export function waitingAlarms(db: Db, kinds: readonly string[], now: Date, most: number): Promise<WaitingRow[]> {
  return db.query<WaitingRow>({
    name: 'telemetry.waiting',
    text: `select a.region, a.id, a.component, a.kind, a.area, a.device, a.opened_at, a.value, d.name as device_name, d.kind as device_kind, d.lon, d.lat, d.place_words,
        (select e.case_id from telemetry.alarm e where e.region = a.region and e.component = a.component and e.kind = a.kind
          and e.case_id is not null and e.cleared_at > $2::timestamptz - interval '7 days' order by e.id desc limit 1) as earlier_case
      from telemetry.alarm a join telemetry.device d on d.region = a.region and d.id = a.device
      where a.cleared_at is null and a.case_id is null and a.kind = any($1::text[]) order by a.opened_at limit $3`,
    values: [kinds, now, most],
  })
}

/** Storms that may still grow. */
export async function recentStorms(db: Db, since: Date): Promise<Storm[]> {
  const rows = await db.query<{ region: string; id: string; kind: string; scope: string; case_id: string; last_at: Date }>({
    name: 'telemetry.storms',
    text: 'select region, id, kind, scope, case_id, last_at from telemetry.storm where last_at > $1 order by last_at desc limit 500',
    values: [since],
  })
  return rows.map(({ case_id, last_at, ...row }) => ({ ...row, caseId: case_id, lastAt: last_at.getTime() }))
}

export interface NewStorm {
  readonly region: string
  readonly id: string
  readonly kind: string
  readonly scope: string
  readonly caseId: string
  readonly openedAt: Date
  readonly lastAt: Date
}

/** Gives alarms their matter; where they are a storm, writes it or carries it on, in the same statement. */
export async function giveCase(db: Db, region: string, alarms: readonly string[], caseId: string, storm: NewStorm | null): Promise<void> {
  const given = `given as (update telemetry.alarm set case_id = $3, storm = $4 where region = $1 and id = any($2::uuid[]) and case_id is null)`
  const values = [region, alarms, caseId, storm?.id ?? null]
  if (!storm) {
    await db.query({ name: 'telemetry.give-case', text: `with ${given} select 1`, values })
    return
  }
  await db.query({
    name: 'telemetry.give-storm',
    text: `with ${given} insert into telemetry.storm as known (region, id, kind, scope, case_id, opened_at, last_at) values ($1, $4, $5, $6, $3, $7, $8)
      on conflict (region, id) do update set last_at = greatest(known.last_at, excluded.last_at)`,
    values: [...values, storm.kind, storm.scope, storm.openedAt, storm.lastAt],
  })
}

/** Empties the slots of the ring that hold nothing to be kept; gives how many held something. */
export async function emptySlots(db: Db, slots: readonly number[]): Promise<number> {
  let emptied = 0
  for (const slot of slots) {
    const table = `telemetry.reading_${slot}`
    const [row] = await db.query<{ some: boolean }>({ text: `select exists (select 1 from ${table}) as some`, values: [] })
    if (!row?.some) continue
    await db.query({ text: `truncate ${table}`, values: [] })
    emptied++
  }
  return emptied
}
