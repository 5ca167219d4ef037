import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import { toWgs84 } from '#platform/geo'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { countyOf, findArea, insideCity, locateGrid, scopeOf } from '#modules/areas'
import { graceOfKeyMs } from '../domain/device.ts'
import { keeperOf, missing } from '../domain/permit.ts'
import { intakeOf } from '../ingest/intake.ts'
import { shelf } from '../shelf.ts'
import { changeKeys, insertDevice, loadDevice, type NewKey, saveDevice } from '../sql/devices.ts'
import type { DeviceRow } from '../sql/tables.ts'

export interface DeviceInput {
  readonly name: string
  readonly kind: string
  /** Code of the component it belongs to. */
  readonly component: string
  readonly place?:
    | { readonly lon: number; readonly lat: number; readonly source: 'wgs84' | 'gcj02' | 'bd09'; readonly words?: string | undefined }
    | undefined
  /** Where there is no point. */
  readonly area?: string | undefined
}

/** A device with the secret that is shown this once; kept is its hash. */
export interface WithKey {
  readonly device: DeviceRow
  readonly key: string
}

function newKey(ctx: Context, region: string): NewKey & { readonly secret: string } {
  const secret = randomBytes(24).toString('base64url')
  return { id: newId(region, ctx.now), secret, hash: createHash('sha256').update(secret).digest() }
}

type Where = Pick<DeviceRow, 'area' | 'lon' | 'lat' | 'place_words'>

async function whereOf(ctx: Context, { place, area }: Pick<DeviceInput, 'place' | 'area'>): Promise<Where> {
  if (place) {
    const [lon, lat] = toWgs84(place.lon, place.lat, place.source)
    const found = (await locateGrid(ctx, lon, lat)) ?? (await insideCity(ctx, lon, lat))
    if (found !== null) return { area: scopeOf(found), lon, lat, place_words: place.words ?? null }
    throw refuse('invalid', 'telemetry.outside-city', { zh: '这个位置不在本市。', en: 'This place lies outside the city.' })
  }
  const known = area === undefined ? null : await findArea(ctx, area)
  if (known) return { area: known.code, lon: null, lat: null, place_words: null }
  throw refuse('invalid', 'telemetry.no-place', {
    zh: '请给出设备的位置，或选一个区域。',
    en: 'Give the place of the device, or choose an area.',
  })
}

async function checkKind(ctx: Context, kind: string): Promise<void> {
  if ((await shelf(ctx)).kinds.has(kind)) return
  throw refuse('invalid', 'telemetry.no-such-kind', { zh: '没有这种设备类型。', en: 'There is no such kind of device.' })
}

/**
 * Enters a device and makes its first key (002-68).
 * @throws Refusal `telemetry.device` (404, outside the keeper's area) · `telemetry.no-such-kind` · `telemetry.no-place` · `telemetry.outside-city` (422)
 */
export async function addDevice(ctx: Context, input: DeviceInput): Promise<WithKey> {
  await checkKind(ctx, input.kind)
  const where = await whereOf(ctx, input)
  const by = keeperOf(ctx.actor, where.area)
  const region = await countyOf(ctx, where.area)
  const device: DeviceRow = {
    region,
    id: newId(region, ctx.now),
    name: input.name,
    kind: input.kind,
    component: input.component,
    ...where,
    created_at: ctx.now,
    ended_at: null,
    version: 1,
  }
  const key = newKey(ctx, region)
  await insertDevice(ctx, device, key, {
    action: 'device.added',
    object: { kind: 'device', id: device.id },
    post: by.id,
    facts: { kind: device.kind, area: device.area },
  })
  return { device, key: key.secret }
}

async function mine(ctx: Context, id: string): Promise<{ device: DeviceRow; post: string }> {
  const device = await loadDevice(ctx.db, id)
  if (!device || device.ended_at !== null) throw missing('device')
  return { device, post: keeperOf(ctx.actor, device.area).id }
}

export interface DeviceChange {
  readonly version: number
  readonly name?: string | undefined
  readonly component?: string | undefined
  readonly place?: DeviceInput['place']
  readonly area?: string | undefined
}

const stale = () =>
  refuse('conflict', 'telemetry.stale', {
    zh: '刚被别人改过。请刷新后再改。',
    en: 'Somebody has just changed it. Please reload and change it again.',
  })

/** Changes name, component or place. @throws Refusal `telemetry.device` (404) · `telemetry.stale` (409) */
export async function changeDevice(ctx: Context, id: string, change: DeviceChange): Promise<DeviceRow> {
  const { device, post } = await mine(ctx, id)
  const moved = change.place !== undefined || change.area !== undefined ? await whereOf(ctx, change) : null
  if (moved) keeperOf(ctx.actor, moved.area)
  if (moved && (await countyOf(ctx, moved.area)) !== device.region)
    throw refuse('invalid', 'telemetry.other-county', {
      zh: '设备不能移到另一个县区。请停用后在那边重新登记。',
      en: 'A device stays in its county. End it and enter it anew over there.',
    })
  const next = {
    ...device,
    ...moved,
    version: change.version,
    name: change.name ?? device.name,
    component: change.component ?? device.component,
  }
  const fields = Object.keys(change).filter((name) => name !== 'version')
  const saved = await saveDevice(ctx, next, {
    action: 'device.changed',
    object: { kind: 'device', id },
    post,
    facts: { fields: fields.join(',') },
  })
  if (!saved) throw stale()
  intakeOf(ctx).forget(id)
  return saved
}

/** Takes a device out of service; its readings and alarms stay. @throws Refusal `telemetry.device` (404) · `telemetry.stale` (409) */
export async function endDevice(ctx: Context, id: string): Promise<void> {
  const { device, post } = await mine(ctx, id)
  const saved = await saveDevice(ctx, { ...device, ended_at: ctx.now }, { action: 'device.ended', object: { kind: 'device', id }, post })
  if (!saved) throw stale()
  intakeOf(ctx).forget(id)
}

/** Makes a new key; the one before still opens for a day, so that somebody can get to the device. @throws Refusal `telemetry.device` (404) */
export async function rotateKey(ctx: Context, id: string): Promise<WithKey> {
  const { device, post } = await mine(ctx, id)
  const key = newKey(ctx, device.region)
  const endsAt = new Date(ctx.now.getTime() + graceOfKeyMs)
  await changeKeys(ctx, device, endsAt, key, { action: 'deviceKey.rotated', object: { kind: 'device', id }, post })
  intakeOf(ctx).forget(id)
  return { device, key: key.secret }
}

/** Ends all keys of a device at once: it is heard no longer until it gets a new one. @throws Refusal `telemetry.device` (404) */
export async function revokeKeys(ctx: Context, id: string): Promise<void> {
  const { device, post } = await mine(ctx, id)
  await changeKeys(ctx, device, ctx.now, null, { action: 'deviceKey.revoked', object: { kind: 'device', id }, post })
  intakeOf(ctx).forget(id)
}
