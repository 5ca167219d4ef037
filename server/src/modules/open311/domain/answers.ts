import type { CityCategory } from '#modules/catalogue'
import type { PublicRequest } from '#modules/cases'
import { w3Time } from './times.ts'

type Lang = 'zh' | 'en'

/** One entry of the list of services. */
export function serviceOf(one: CityCategory, lang: Lang) {
  const words = one.keywords.filter((keyword) => keyword.weight > 0).map((keyword) => keyword.word)
  return {
    service_code: one.code,
    service_name: one.name[lang],
    description: one.plain[lang],
    metadata: one.emergency !== undefined,
    type: 'realtime',
    keywords: [...new Set([one.name[lang === 'zh' ? 'en' : 'zh'], ...words])].map((word) => word.replaceAll(',', ' ')).join(', '),
    group: one.group.name[lang],
  }
}

/** What has to be said before such a request is sent; the classes ask for nothing else. */
export function definitionOf(one: CityCategory, lang: Lang) {
  const { emergency } = one
  const warning = {
    variable: false,
    code: 'EMERGENCY',
    datatype: 'text',
    required: false,
    datatype_description: null,
    order: 1,
    description: emergency?.say[lang] ?? '',
    values: [],
  }
  return { service_code: one.code, attributes: emergency ? [warning] : [] }
}

/** A request as GeoReport shows it. `mediaUrl` leads to a released photo. */
export function requestOf(one: PublicRequest, lang: Lang, mediaUrl: string | null) {
  return {
    service_request_id: one.number,
    status: one.isOpen ? 'open' : 'closed',
    status_notes: one.stateSay[lang],
    service_name: one.category.name[lang],
    service_code: one.category.code,
    description: one.text,
    agency_responsible: one.unit[lang],
    service_notice: one.promise[lang],
    requested_datetime: w3Time(one.reportedAt),
    updated_datetime: w3Time(one.updatedAt),
    expected_datetime: one.expectedAt ? w3Time(one.expectedAt) : null,
    address: [...(one.placeWords ? [one.placeWords] : []), ...one.areaNames].join(lang === 'zh' ? '，' : ', '),
    address_id: one.area,
    zipcode: null,
    lat: one.lat,
    long: one.lon,
    media_url: mediaUrl,
  }
}

/** What a poster is told: the promise, and the secret link by which the reporter follows, judges and reopens. */
export function receiptOf(one: PublicRequest, lang: Lang, link: string, danger: string | null) {
  const follow = { zh: `查看进度、评价和重办：${link}`, en: `Follow it, say whether it was solved, reopen it: ${link}` }
  return {
    service_request_id: one.number,
    service_notice: [...(danger ? [danger] : []), one.promise[lang], follow[lang]].join(' '),
    account_id: null,
    expected_datetime: one.expectedAt ? w3Time(one.expectedAt) : null,
    agency_responsible: one.unit[lang],
  }
}
