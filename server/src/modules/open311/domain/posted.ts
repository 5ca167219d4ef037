import { type Asked, bad, textOf } from './asked.ts'

/** Most characters of a description (GeoReport v2). */
const longest = 4000

/** What somebody reports through the open interface. */
export interface Posted {
  readonly code: string
  readonly description: string | null
  /** WGS-84, as the standard says. */
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly address: string | null
  readonly addressId: string | null
  readonly name: string | null
  readonly phone: string | null
}

function degrees(asked: Asked, name: string, most: number): number | null {
  const text = textOf(asked, name)
  if (text === null) return null
  const value = /^-?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
  if (Math.abs(value) <= most) return value
  throw bad(`bad-${name}`, { zh: `${name} 不是有效的坐标。`, en: `${name} is not a coordinate.` })
}

function pointOf(asked: Asked): Posted['point'] {
  const [lat, lon] = [degrees(asked, 'lat', 90), degrees(asked, 'long', 180)]
  if (lat !== null && lon !== null) return { lon, lat }
  if (lat === null && lon === null) return null
  throw bad('half-place', { zh: 'lat 和 long 要一起提供。', en: 'lat and long must be given together.' })
}

/** Chinese names are written family name first, without a space. */
function nameOf(asked: Asked): string | null {
  const [first, last] = [textOf(asked, 'first_name'), textOf(asked, 'last_name')]
  if (first === null || last === null) return first ?? last
  return /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`
}

/** Digits only; a number from elsewhere is taken too, because it is only for calling back. */
function phoneOf(asked: Asked): string | null {
  const typed = textOf(asked, 'phone')
  if (typed === null) return null
  const phone = typed
    .normalize('NFKC')
    .replaceAll(/[\s().-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  if (/^\+?\d{7,15}$/.test(phone)) return phone
  throw bad('bad-phone', { zh: 'phone 不是电话号码。', en: 'phone is not a telephone number.' })
}

function limited(asked: Asked, name: string, most: number): string | null {
  const text = textOf(asked, name)
  if (text === null || [...text].length <= most) return text
  throw bad(`long-${name.replaceAll('_', '-')}`, { zh: `${name} 最多 ${most} 个字。`, en: `${name} takes at most ${most} characters.` })
}

/** Words and, when there is one, the address of a picture elsewhere: nothing is fetched from there. */
function descriptionOf(asked: Asked): string | null {
  const words = limited(asked, 'description', longest)
  const media = limited(asked, 'media_url', 1000)
  if (media === null || !/^https?:\/\/\S+$/.test(media)) return words
  const both = words === null ? media : `${words}\n${media}`
  return [...both].length <= longest ? both : words
}

/**
 * Reads a posted request: one place is needed (point, address or address id), everything else may be absent. Ids of devices and
 * electronic mail addresses are not kept.
 * @throws Refusal `open311.no-service-code`, `open311.no-place`, `open311.half-place`, `open311.bad-lat`, `open311.bad-long`,
 * `open311.bad-phone`, `open311.long-…` (all 400)
 */
export function readPosted(asked: Asked): Posted {
  const code = textOf(asked, 'service_code')
  if (code === null) throw bad('no-service-code', { zh: '缺少 service_code。', en: 'service_code was not provided.' })
  const posted: Posted = {
    code,
    description: descriptionOf(asked),
    point: pointOf(asked),
    address: limited(asked, 'address_string', 200),
    addressId: limited(asked, 'address_id', 20),
    name: limited({ name: nameOf(asked) }, 'name', 50),
    phone: phoneOf(asked),
  }
  if (posted.point || posted.address || posted.addressId) return posted
  throw bad('no-place', {
    zh: '缺少地点：请提供 lat 和 long、address_string 或 address_id。',
    en: 'A place was not provided: give lat and long, address_string or address_id.',
  })
}
