import { z } from 'zod'
import { toWgs84 } from '#platform/geo'
import { type Route, route } from '#platform/route'
import { findArea, areaPath, insideCity } from '../queries/find.ts'
import { borders, listAreas } from '../queries/pages.ts'
import { searchPlaces } from '../queries/search.ts'
import { Code, Located, PlaceList, PublicAreaList, Source } from './schemas.ts'

/** What the resident's place picker asks: nothing in it is about a person, nothing needs a map service outside. */
export const publicRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/public/areas',
    operation: 'listPublicAreas',
    tag: 'areas',
    say: { zh: '列出街道、社区', en: 'List towns and communities' },
    access: 'public',
    scope: 'none',
    limit: 240,
    query: z.strictObject({ parent: Code.optional(), after: Code.optional(), limit: z.coerce.number().int().min(1).max(200).default(200) }),
    answers: { 200: PublicAreaList },
    handle: (ctx, { query }) => listAreas(ctx, { ...query, all: false }),
  }),
  route({
    method: 'get',
    path: '/api/public/areas/grids.geojson',
    operation: 'readPublicBorders',
    tag: 'areas',
    say: {
      zh: '街道或社区里的网格边界（GeoJSON），给选地点的地图',
      en: 'Borders of the grids of a town or community as GeoJSON, for the map of the place picker',
    },
    access: 'public',
    scope: 'none',
    limit: 120,
    query: z.strictObject({ area: z.string().regex(/^(\d{9}|\d{12}|\d{15})$/) }),
    answers: { 200: null },
    handle: async (ctx, { query, http }) => {
      const { tag, text } = await borders(ctx, query.area, 'grid')
      http.header('etag', tag)
      http.header('cache-control', 'public, max-age=3600')
      http.send('application/geo+json; charset=utf-8', await text())
      return undefined
    },
  }),
  route({
    method: 'get',
    path: '/api/public/areas/locate',
    operation: 'locateArea',
    tag: 'areas',
    say: { zh: '某一点在哪个网格', en: 'Which area holds a point' },
    access: 'public',
    scope: 'none',
    limit: 240,
    query: z.strictObject({
      lon: z.coerce.number().min(-180).max(180),
      lat: z.coerce.number().min(-90).max(90),
      source: Source.default('wgs84'),
    }),
    answers: { 200: Located },
    handle: async (ctx, { query }) => {
      const code = await insideCity(ctx, ...toWgs84(query.lon, query.lat, query.source))
      const area = code === null ? null : await findArea(ctx, code)
      if (!area) return { inside: false, area: null, path: [] }
      return { inside: true, area: { code: area.code, name: area.name, level: area.level }, path: await areaPath(ctx, area.code) }
    },
  }),
  route({
    method: 'get',
    path: '/api/public/areas/places',
    operation: 'findPlaces',
    tag: 'areas',
    say: { zh: '按名称或拼音首字母查地点', en: 'Find places by name or pinyin initials' },
    access: 'public',
    scope: 'none',
    limit: 240,
    query: z.strictObject({
      q: z.string().trim().min(1).max(60),
      scope: Code.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    answers: { 200: PlaceList },
    handle: async (ctx, { query }) => ({ items: await searchPlaces(ctx, query.q, query), next: null }),
  }),
]
