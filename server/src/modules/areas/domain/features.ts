import { z } from 'zod'
import type { Shape } from '#platform/geo'
import type { AreaKind } from './area.ts'
import { problem, type RowProblem } from './report.ts'

/** A grid as a file gives it, still in the file's datum. */
export interface GridRow {
  readonly row: number
  readonly code: string | null
  readonly community: string | null
  readonly name: string | null
  readonly kind: Exclude<AreaKind, 'division'>
  readonly households: number | null
  readonly shape: Shape
}

/** Which property of a feature means what; the first name that is there counts. */
const PROPERTIES = {
  code: ['code', 'gridCode', 'grid_code', '网格编码', '网格代码'],
  community: ['community', 'communityCode', 'community_code', '社区代码', '村社代码'],
  name: ['name', 'gridName', '网格名称', '名称'],
  kind: ['kind', 'gridKind', '网格类型', '类型'],
  households: ['households', '户数', '居民户数'],
} as const

const KINDS: Readonly<Record<string, GridRow['kind']>> = {
  general: 'general',
  dedicated: 'dedicated',
  micro: 'micro',
  综合: 'general',
  综合网格: 'general',
  专属: 'dedicated',
  专属网格: 'dedicated',
  微: 'micro',
  微网格: 'micro',
}

const position = z
  .array(z.number())
  .min(2)
  .transform((point): [number, number] => [point[0] as number, point[1] as number])
const ring = z.array(position)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
const feature = z.object({ geometry: z.unknown(), properties: z.record(z.string(), z.unknown()).nullish() })

function textOf(properties: Record<string, unknown>, of: keyof typeof PROPERTIES): string | null {
  for (const name of PROPERTIES[of]) {
    const value = properties[name]
    if (value !== undefined && value !== null && String(value).trim() !== '') return String(value).trim()
  }
  return null
}

function readFeature(given: unknown, row: number): GridRow | RowProblem {
  const read = feature.safeParse(given)
  const properties = (read.success && read.data.properties) || {}
  const [code, kind, households] = [textOf(properties, 'code'), textOf(properties, 'kind'), textOf(properties, 'households')]
  const shape = geometry.safeParse(read.success ? read.data.geometry : null)
  if (!shape.success) return problem(row, code, 'areas.row-geometry')
  const known = kind === null ? 'general' : KINDS[kind]
  if (!known) return problem(row, code, 'areas.row-kind')
  if (households !== null && !/^\d{1,6}$/.test(households)) return problem(row, code, 'areas.row-households')
  return {
    row,
    code,
    community: textOf(properties, 'community'),
    name: textOf(properties, 'name'),
    kind: known,
    households: households === null ? null : Number(households),
    shape: shape.data,
  }
}

/** The grids of a GeoJSON feature collection (RFC 7946); features that are no grid are told, the others go on. */
export function readFeatures(features: readonly unknown[]): { rows: GridRow[]; refused: RowProblem[] } {
  const rows: GridRow[] = []
  const refused: RowProblem[] = []
  features.forEach((given, index) => {
    const read = readFeature(given, index + 1)
    if ('shape' in read) rows.push(read)
    else refused.push(read)
  })
  return { rows, refused }
}
