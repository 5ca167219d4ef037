import { type Route, route } from '#platform/route'
import { importDivisions } from '../commands/import-divisions.ts'
import { importGrids } from '../commands/import-grids.ts'
import { importAliases, importPlaces } from '../commands/import-registers.ts'
import { AliasImport, DivisionImport, GridImport, ImportAnswer, PlaceImport } from './schemas.ts'

/** 32 MB: ten thousand grids with their corners, or every village of a province. */
const LARGE = 32_000_000

/** Whole tables at once; each can be tried first (`dryRun`), and tells every row that it did not take. */
export const importRoutes: Route[] = [
  route({
    method: 'put',
    path: '/api/areas/divisions',
    operation: 'importDivisions',
    tag: 'areas',
    say: { zh: '导入行政区划（CSV）', en: 'Import divisions from CSV' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: LARGE,
    body: DivisionImport,
    answers: { 200: ImportAnswer },
    handle: (ctx, { body }) => importDivisions(ctx, body),
  }),
  route({
    method: 'put',
    path: '/api/areas/grids',
    operation: 'importGrids',
    tag: 'areas',
    say: { zh: '导入网格（GeoJSON）', en: 'Import grids from GeoJSON' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: LARGE,
    body: GridImport,
    answers: { 200: ImportAnswer },
    handle: (ctx, { body: { collection, ...body } }) => importGrids(ctx, { ...body, features: collection.features }),
  }),
  route({
    method: 'put',
    path: '/api/areas/aliases',
    operation: 'importAreaAliases',
    tag: 'areas',
    say: { zh: '导入其他系统的网格对照表', en: 'Import a table of other systems’ codes' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: LARGE,
    body: AliasImport,
    answers: { 200: ImportAnswer },
    handle: (ctx, { body }) => importAliases(ctx, body),
  }),
  route({
    method: 'put',
    path: '/api/areas/places',
    operation: 'importPlaces',
    tag: 'areas',
    say: { zh: '导入地名（CSV）', en: 'Import names of places from CSV' },
    access: ['systemAdmin'],
    scope: 'area',
    bodyLimit: LARGE,
    body: PlaceImport,
    answers: { 200: ImportAnswer },
    handle: (ctx, { body }) => importPlaces(ctx, body),
  }),
]
