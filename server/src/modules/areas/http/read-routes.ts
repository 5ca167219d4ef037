import { z } from 'zod'
import { fromWgs84, type Datum, type Position } from '#platform/geo'
import { type Http, type Route, route } from '#platform/route'
import { LEVELS } from '../domain/code.ts'
import { areaPage, borders, listAreas } from '../queries/pages.ts'
import { listSets } from '../queries/find.ts'
import { AreaDetail, AreaList, Code, SetList, Source, staff } from './schemas.ts'

/** Every coordinate pair of a GeoJSON text in another datum. */
function inDatum(text: string, datum: Datum): string {
  const moved = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value
    return typeof value[0] === 'number' ? fromWgs84(...(value as Position), datum) : value.map(moved)
  }
  return JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === 'coordinates' ? moved(value) : value)))
}

/** True when the reader has this edition already; the answer is then an empty 304. */
function unchanged(http: Http, tag: string): boolean {
  http.header('etag', tag)
  http.header('cache-control', 'private, no-cache')
  if (http.headers['if-none-match'] !== tag) return false
  http.status(304)
  http.send('application/geo+json', '')
  return true
}

/** What everybody who works here may read: the tree, one area, the borders for the map. */
export const readRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/areas',
    operation: 'listAreas',
    tag: 'areas',
    say: { zh: '列出区划和网格', en: 'List areas' },
    access: staff,
    scope: 'none',
    query: z.strictObject({
      parent: Code.optional(),
      scope: Code.optional(),
      level: z.enum(LEVELS).optional(),
      q: z.string().trim().min(1).max(60).optional(),
      all: z.stringbool().default(false),
      after: Code.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answers: { 200: AreaList },
    handle: (ctx, { query }) => listAreas(ctx, query),
  }),
  route({
    method: 'get',
    path: '/api/areas/grids.geojson',
    operation: 'readBorders',
    tag: 'areas',
    say: { zh: '导出边界（GeoJSON）', en: 'Read borders as GeoJSON' },
    access: staff,
    scope: 'none',
    query: z.strictObject({ area: Code, level: z.enum(LEVELS).default('grid'), datum: Source.default('wgs84') }),
    answers: { 200: null },
    handle: async (ctx, { query, http }) => {
      const { tag, text } = await borders(ctx, query.area, query.level)
      if (unchanged(http, tag.replace(/"$/, `-${query.datum}"`))) return undefined
      const json = await text()
      http.send('application/geo+json; charset=utf-8', query.datum === 'wgs84' ? json : inDatum(json, query.datum))
      return undefined
    },
  }),
  route({
    method: 'get',
    path: '/api/areas/sets',
    operation: 'listAreaSets',
    tag: 'areas',
    say: { zh: '列出跨区划的区域集合', en: 'List named sets of areas' },
    access: staff,
    scope: 'none',
    answers: { 200: SetList },
    handle: async (ctx) => ({ items: await listSets(ctx), next: null }),
  }),
  route({
    method: 'get',
    path: '/api/areas/{code}',
    operation: 'readArea',
    tag: 'areas',
    say: { zh: '查看一个区域', en: 'Read one area' },
    access: staff,
    scope: 'none',
    params: z.strictObject({ code: Code }),
    answers: { 200: AreaDetail },
    handle: (ctx, { params }) => areaPage(ctx, params.code),
  }),
]
