import type { Db } from '#platform/db'
import { regionOf } from '#platform/ids'
import type { Sample } from '../domain/judge.ts'

export interface KeyFact {
  /** Hash of the secret, base64. */
  readonly hash: string
  /** ms; null: until it is changed or revoked. */
  readonly endsAt: number | null
}

/** What intake must know of a device. */
export interface DeviceFacts {
  readonly region: string
  readonly id: string
  readonly kind: string
  readonly component: string
  readonly area: string
  readonly ended: boolean
  readonly keys: readonly KeyFact[]
  readonly heardAt: number | null
  /** The last reading of each measure. */
  readonly latest: Readonly<Record<string, Sample>>
  /** What rules remember, by their code. */
  readonly memory: Readonly<Record<string, unknown>>
}

interface Row {
  readonly region: string
  readonly id: string
  readonly kind: string
  readonly component: string
  readonly area: string
  readonly ended: boolean
  readonly keys: readonly { readonly hash: string; readonly ends: number | null }[] | null
  readonly heard_at: Date | null
  readonly latest: Readonly<Record<string, Sample>> | null
  readonly memory: Readonly<Record<string, unknown>> | null
}

/** Reads devices by id: one statement. Ids that are none of ours, or of no device, are left out. */
export async function factsOf(db: Db, ids: readonly string[]): Promise<DeviceFacts[]> {
  const known = ids.flatMap((id) => (regionOf(id) === null ? [] : [{ id, region: regionOf(id) }]))
  if (known.length === 0) return []
  const rows = await db.query<Row>({
    name: 'telemetry.facts',
    text: `select d.region, d.id, d.kind, d.component, d.area, d.ended_at is not null as ended, s.heard_at, s.latest, s.memory,
        (select jsonb_agg(jsonb_build_object('hash', encode(k.key_hash, 'base64'), 'ends', extract(epoch from k.ends_at) * 1000))
          from telemetry.device_key k where k.region = d.region and k.device = d.id) as keys
      from unnest($1::text[], $2::uuid[]) as asked(region, id)
      join telemetry.device d on d.region = asked.region and d.id = asked.id
      left join telemetry.device_state s on s.region = d.region and s.device = d.id`,
    values: [known.map((one) => one.region), known.map((one) => one.id)],
  })
  return rows.map(({ keys, heard_at, latest, memory, ...row }) => ({
    ...row,
    keys: (keys ?? []).map(({ hash, ends }) => ({ hash, endsAt: ends })),
    heardAt: heard_at?.getTime() ?? null,
    latest: latest ?? {},
    memory: memory ?? {},
  }))
}
