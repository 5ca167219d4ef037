import { type Act, auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { type Db, statement } from '#platform/db'
import { regionOf } from '#platform/ids'
import type { DeviceRow } from './tables.ts'

/** One device by id, ended ones too; null where there is none. */
export async function loadDevice(db: Db, id: string): Promise<DeviceRow | null> {
  const region = regionOf(id)
  if (region === null) return null
  const [row] = await db.query<DeviceRow>({
    name: 'telemetry.device',
    text: 'select * from telemetry.device where region = $1 and id = $2',
    values: [region, id],
  })
  return row ?? null
}

export interface NewKey {
  readonly id: string
  readonly hash: Buffer
}

/** Writes a new device with its first key. */
export async function insertDevice(ctx: Context, row: DeviceRow, key: NewKey, act: Act): Promise<void> {
  const sql = statement()
  sql.with(
    'made',
    `insert into telemetry.device select * from jsonb_populate_record(null::telemetry.device, ${sql.bind(JSON.stringify(row))}) returning region, id`,
  )
  sql.with(
    'key',
    `insert into telemetry.device_key (region, id, device, key_hash, created_at) select region, ${sql.bind(key.id)}::uuid, id, ${sql.bind(key.hash)}::bytea, ${sql.bind(ctx.now)}::timestamptz from made`,
  )
  auditIn(sql, ctx, act)
  await ctx.db.query(sql.done('select 1'))
}

/** Saves a device if it still has its version; null when it has not. */
export async function saveDevice(ctx: Context, row: DeviceRow, act: Act): Promise<DeviceRow | null> {
  const sql = statement()
  const values = [
    `name = ${sql.bind(row.name)}, component = ${sql.bind(row.component)}, area = ${sql.bind(row.area)}`,
    `lon = ${sql.bind(row.lon)}, lat = ${sql.bind(row.lat)}, place_words = ${sql.bind(row.place_words)}`,
    `ended_at = ${sql.bind(row.ended_at)}, version = version + 1`,
  ].join(', ')
  sql.with(
    'saved',
    `update telemetry.device set ${values} where region = ${sql.bind(row.region)} and id = ${sql.bind(row.id)} and version = ${sql.bind(row.version)} returning *`,
  )
  auditIn(sql, ctx, act)
  const [saved] = await ctx.db.query<DeviceRow>(sql.done('select * from saved'))
  return saved ?? null
}

/** Ends the keys of a device at `endsAt`, those that end earlier anyway left alone, and writes a new one where there is one. */
export async function changeKeys(ctx: Context, device: DeviceRow, endsAt: Date, key: NewKey | null, act: Act): Promise<void> {
  const sql = statement()
  const [region, id] = [sql.bind(device.region), sql.bind(device.id)]
  sql.with(
    'ended',
    `update telemetry.device_key set ends_at = ${sql.bind(endsAt)} where region = ${region} and device = ${id} and coalesce(ends_at, 'infinity') > ${sql.bind(endsAt)}`,
  )
  if (key) {
    sql.with(
      'key',
      `insert into telemetry.device_key (region, id, device, key_hash, created_at) values (${region}, ${sql.bind(key.id)}, ${id}, ${sql.bind(key.hash)}, ${sql.bind(ctx.now)})`,
    )
  }
  auditIn(sql, ctx, act)
  await ctx.db.query(sql.done('select 1'))
}
