import type { Module } from '#platform/module'
import { type Entry, publishEdition } from '../index.ts'
import catalogue from '../../catalogue/module.ts'
import { smallCity, type SmallCity } from '../../catalogue/test/small-city.ts'
import directory from '../module.ts'

const units = [
  ['city-government', 'government', '市政府', '2109'],
  ['housing-bureau', 'department', '市住建局', '2109'],
  ['heating-office', 'department', '市供热办', '2109'],
  ['xihe-housing', 'department', '细河区住建局', '210911'],
  ['xihe-urban', 'department', '细河区城管局', '210911'],
  ['sihe-town', 'township', '四合镇', '210911100'],
  ['heping', 'community', '和平社区', '210911100201'],
  ['sunny-property', 'propertyCompany', '阳光物业', '210911100201'],
  ['heping-grid-1', 'gridTeam', '和平一网格', '210911100201001'],
] as const

const areas = [
  ['2109', 'city', '阜新市', null],
  ['210911', 'county', '细河区', '2109'],
  ['210911100', 'town', '四合镇', '210911'],
  ['210911100201', 'community', '和平社区', '210911100'],
] as const

/** A grid of the community 和平. */
export const grid = '210911100201001'

/** A rule with what most of them have. */
export function rule(about: Partial<Entry>): Entry {
  const basis = { zh: '职责规定', en: 'the statute' }
  return {
    category: '',
    area: '',
    severity: null,
    lead: 'city-government',
    support: [],
    basisKind: 'duties',
    basis,
    grassRootsAllowed: false,
    precedents: [],
    ...about,
  }
}

export const firstRules: readonly Entry[] = [
  rule({}),
  rule({ category: '21004', lead: 'heating-office', support: ['@community'] }),
  rule({ category: '20', lead: 'housing-bureau' }),
  rule({ category: '20', area: '210911', lead: 'xihe-housing' }),
  rule({ category: '20003', severity: 'small', lead: '@property', grassRootsAllowed: true }),
  rule({ category: '22004', lead: '@community', basisKind: 'townshipList', grassRootsAllowed: true }),
]

/** Gives a test file a city with units and, when called for, a first edition that began on 2026-07-01. */
export function directoryCity(): SmallCity & { begin(): Promise<number> } {
  const bare = (name: string): Module => ({ name, routes: [] })
  const city = smallCity([bare('areas'), bare('orgs'), catalogue, directory])
  const begin = async (): Promise<number> => {
    for (const [code, level, name, parent] of areas) {
      const text = `insert into areas.area (code, level, kind, name, parent, valid_from, changed_at) values ($1, $2, 'division', $3, $4, '2020-01-01', now())`
      await city.db.query({ text, values: [code, level, name, parent] })
    }
    for (const [id, kind, name, area] of units) {
      const text = `insert into orgs.unit (id, kind, name, name_en, area, valid_from) values ($1, $2, $3, $1, $4, '2020-01-01')`
      await city.db.query({ text, values: [id, kind, name, area] })
    }
    await city.db.query({ text: 'update orgs.revision set n = n + 1', values: [] })
    return publishEdition(city.context(), { zh: '首版', en: 'First' }, firstRules, new Date('2026-06-30T16:00:00Z'))
  }
  return Object.assign(Object.create(city) as SmallCity, { begin })
}
