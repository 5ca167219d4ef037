import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { newId } from '#platform/ids'
import { firstLetters } from '#platform/pinyin'
import { refuse } from '#platform/refusal'
import { isCreditCode } from '#platform/vault'
import { findArea, regionOfArea } from '#modules/areas'
import { readAddress } from '../domain/address.ts'
import { kindsAt, nextInspection } from '../domain/cycle.ts'
import { keepers, missing, permitted } from '../domain/permit.ts'
import { smallPlaceKey } from '../registers/small-places.ts'
import { enterRows } from '../sql/insert.ts'
import { allKinds, keepKind } from '../sql/kinds.ts'
import { loadSmallPlace, saveSmallPlace, type SmallPlace } from '../sql/small-places.ts'
import { smallPlaceTable } from '../sql/tables.ts'

export interface SmallPlaceInput {
  readonly area: string
  readonly kind: string
  readonly name: string
  readonly address: string
  readonly uscc?: string | null | undefined
  readonly cycleDays?: number | null | undefined
  readonly inspectedOn?: string | null | undefined
  readonly point?: { readonly lon: number; readonly lat: number } | undefined
}

/** The cycle of a kind that is in use at an area, in days. @throws Refusal `places.unknown-kind` (422) */
async function cycleAt(ctx: Context, kind: string, area: string): Promise<number> {
  const found = kindsAt(await allKinds(ctx.db), area).find((one) => one.code === kind && one.enabled)
  if (found) return found.cycle_days
  throw refuse('invalid', 'places.unknown-kind', { zh: '这里没有这一类场所。', en: 'There is no such kind of place here.' })
}

function checkCode(uscc: string | null | undefined): void {
  if (!uscc || isCreditCode(uscc)) return
  throw refuse('invalid', 'places.bad-code', {
    zh: '统一社会信用代码的校验位不对，请核对。',
    en: 'The unified social credit code has a wrong check character.',
  })
}

/** Enters a small place. @throws Refusal `places.missing` (404: the area is not theirs), `places.unknown-kind`, `places.bad-code` (422), `places.exists` (409) */
export async function enterSmallPlace(ctx: Context, input: SmallPlaceInput): Promise<string> {
  const post = permitted(ctx.actor, keepers, input.area)
  if (!(await findArea(ctx, input.area))) throw missing()
  const cycle = await cycleAt(ctx, input.kind, input.area)
  checkCode(input.uscc)
  const [segments, region, inspected] = [readAddress(input.address), regionOfArea(input.area), input.inspectedOn ?? null]
  const row = {
    region,
    id: newId(region, ctx.now),
    area: input.area,
    kind: input.kind,
    key: smallPlaceKey(input.name, segments),
    name: input.name,
    address: input.address,
    segments,
    uscc: input.uscc ?? null,
    cycle_days: input.cycleDays ?? null,
    inspected_on: inspected,
    next_on: nextInspection(inspected, input.cycleDays ?? null, cycle),
    lon: input.point?.lon ?? null,
    lat: input.point?.lat ?? null,
    initials: firstLetters(input.name),
    source: null,
    run: null,
  }
  const [entered] = await enterRows(ctx, smallPlaceTable, [row], false)
  if (!entered?.made) {
    throw refuse('conflict', 'places.exists', {
      zh: '这个社区的这个地址已有同名的一家。',
      en: 'One of this name is at this address already.',
    })
  }
  await audit(ctx, {
    action: 'smallPlace.entered',
    object: { kind: 'smallPlace', id: row.id },
    post: post.id,
    facts: { kind: row.kind, area: row.area },
  })
  return row.id
}

export interface SmallPlaceChange {
  readonly version: number
  readonly kind?: string | undefined
  readonly uscc?: string | null | undefined
  readonly cycleDays?: number | null | undefined
  readonly inspectedOn?: string | null | undefined
  readonly closedOn?: string | null | undefined
}

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value)

/** Changes a small place as of the version that was seen. @throws Refusal `places.missing` (404), `places.stale` (409), `places.unknown-kind`, `places.bad-code` (422) */
export async function changeSmallPlace(ctx: Context, id: string, change: SmallPlaceChange): Promise<void> {
  const before = await loadSmallPlace(ctx.db, id)
  if (!before) throw missing()
  const post = permitted(ctx.actor, keepers, before.area)
  checkCode(change.uscc)
  const [kind, cycle, inspected] = [
    given(change.kind, before.kind),
    given(change.cycleDays, before.cycle_days),
    given(change.inspectedOn, before.inspected_on),
  ]
  const next: SmallPlace = {
    ...before,
    kind,
    uscc: given(change.uscc, before.uscc),
    cycle_days: cycle,
    inspected_on: inspected,
    next_on: nextInspection(inspected, cycle, await cycleAt(ctx, kind, before.area)),
    closed_on: given(change.closedOn, before.closed_on),
    version: change.version,
  }
  if (!(await saveSmallPlace(ctx, next))) {
    throw refuse('conflict', 'places.stale', {
      zh: '这条登记刚被别人改过，请重新打开后再改。',
      en: 'Somebody else has just changed this entry. Open it again, then change it.',
    })
  }
  const fields = Object.keys(change).filter((field) => field !== 'version')
  await audit(ctx, { action: 'smallPlace.changed', object: { kind: 'smallPlace', id }, post: post.id, facts: { fields } })
}

export interface KindInput {
  readonly area: string
  readonly name: string
  readonly nameEn: string
  readonly words: readonly string[]
  readonly cycleDays: number
  readonly enabled: boolean
}

/** Keeps what an area says of a kind of small place; from then on it counts in the area and below. @throws Refusal `places.missing` (404: the area is not theirs) */
export async function changeKind(ctx: Context, code: string, input: KindInput): Promise<void> {
  const post = permitted(ctx.actor, ['systemAdmin'], input.area)
  const { area, name, words, enabled } = input
  await keepKind(ctx.db, { area, code, name, name_en: input.nameEn, words, cycle_days: input.cycleDays, enabled })
  await audit(ctx, { action: 'placeKind.changed', object: { kind: 'placeKind', id: null }, post: post.id, facts: { kind: code, area } })
}
