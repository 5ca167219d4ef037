import type { Context } from '#platform/context'
import { toWgs84, spotOf } from '#platform/geo'
import { firstLetters } from '#platform/pinyin'
import { refuse } from '#platform/refusal'
import { isCreditCode, maskFreeText } from '#platform/vault'
import { insideCity, locateGrid, scopeOf } from '#modules/areas'
import type { Amendment, BodyTyped } from '../domain/asks.ts'
import type { Component, LinePoint } from '../domain/component.ts'
import { lengthOf, middleOf } from '../domain/line.ts'
import { servicePhone } from '../domain/phone.ts'
import { bodyIds, bodyKey, type NamedBody } from '../sql/bodies.ts'

export type Spot = Pick<Component, 'lon' | 'lat' | 'spot' | 'datum' | 'line' | 'metres' | 'area'>

function outside(): Error {
  return refuse('invalid', 'component.outside-city', {
    zh: '这个位置不在本市范围内，请重新选择。',
    en: 'This place lies outside the city; please choose again.',
  })
}

/** The smallest known area that holds a WGS-84 point. @throws Refusal `component.outside-city` (422) */
export async function areaAt(ctx: Context, lon: number, lat: number): Promise<string> {
  const area = (await locateGrid(ctx, lon, lat)) ?? (await insideCity(ctx, lon, lat))
  if (area === null) throw outside()
  return scopeOf(area)
}

/** Where a component stands, of a point or of a line, in WGS-84; null when neither is given. @throws Refusal `component.outside-city` (422) */
export async function spotFor(ctx: Context, given: Pick<Amendment, 'place' | 'line'>): Promise<Spot | null> {
  const { place, line } = given
  if (!line && !place) return null
  const datum = place?.source ?? 'wgs84'
  const course = line?.map(([lon, lat]): LinePoint => toWgs84(lon, lat, datum)) ?? null
  const [lon, lat] = course ? middleOf(course) : toWgs84(place?.lon ?? 0, place?.lat ?? 0, datum)
  return { lon, lat, spot: spotOf(lon, lat), datum, line: course, metres: course && lengthOf(course), area: await areaAt(ctx, lon, lat) }
}

/** A body as it was typed. @throws Refusal `component.uscc` (422), `component.private-phone` (422) */
function named({ name, uscc = '', phone = '' }: BodyTyped): NamedBody {
  if (uscc !== '' && !isCreditCode(uscc)) {
    throw refuse('invalid', 'component.uscc', {
      zh: '统一社会信用代码的校验位不对，请核对。',
      en: 'The unified social credit code has a wrong check character.',
    })
  }
  const kept = servicePhone(phone)
  if (phone !== '' && kept === null) {
    throw refuse('invalid', 'component.private-phone', {
      zh: '部件卡片上只放单位的服务电话，不放个人手机号。请填座机、400 或热线号码。',
      en: 'A card shows the telephone of a service, never a person’s mobile number. Please enter a land line, 400 or hotline number.',
    })
  }
  return { name, uscc, phone: kept }
}

const roles = ['owner', 'keeper', 'supervisor'] as const

/** The ids of the bodies that were typed; what was left out is left out here too. */
export async function bodiesFor(ctx: Context, given: Pick<Amendment, (typeof roles)[number]>): Promise<Partial<Component>> {
  const typed = roles.map((role) => ({ role, body: given[role] && named(given[role]), isGiven: given[role] !== undefined }))
  const ids = await bodyIds(
    ctx.db,
    typed.flatMap(({ body }) => body ?? []),
    true,
  )
  return Object.fromEntries(
    typed.flatMap(({ role, body, isGiven }) => (isGiven ? [[role, body ? (ids.get(bodyKey(body)) ?? null) : null]] : [])),
  )
}

/** Names of components repeat the same few words a hundred thousand times. */
const letters = new Map<string, string>()
const mostLetters = 5000

function lettersOf(words: string): string {
  const known = letters.get(words)
  if (known !== undefined) return known
  const made = firstLetters(words, 'consecutive')
  if (letters.size < mostLetters) letters.set(words, made)
  return made
}

/** Initials by which a name is found: 路灯12号 → ld12h. */
export const initialsOf = (name: string): string =>
  name
    .replaceAll(/\p{Script=Han}+/gu, lettersOf)
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .slice(0, 60)

/** Words that staff wrote, with phones and identity numbers masked. */
export const masked = (text: string): string => maskFreeText(text).masked
