import { type Datum, makeLocator, type Shape, shapeToWgs84, pointInside } from '#platform/geo'
import { datumFinding, type Finding, type Named } from './findings.ts'

/** The share of shapes whose middle lies in the whole, when they are read in a datum. */
function fit(shapes: readonly Shape[], whole: Shape, datum: Datum): number {
  const locator = makeLocator([{ key: true, shape: whole }])
  return shapes.filter((shape) => locator.locate(...pointInside(shapeToWgs84(shape, datum)))).length / shapes.length
}

const NAMES: Record<Datum, string> = { wgs84: 'WGS-84', cgcs2000: 'CGCS2000', gcj02: 'GCJ-02', bd09: 'BD-09' }

/**
 * The sign of a wrongly declared datum: GCJ-02 lies about 500 m off, so that grids miss their community by a grid or two.
 * Tells so where another datum would bring at least 15 in 100 more of them home.
 */
export function datumSign(shapes: readonly Shape[], whole: Named & { readonly shape: Shape }, declared: Datum): Finding | null {
  if (shapes.length === 0) return null
  const as = fit(shapes, whole.shape, declared)
  if (as >= 0.85) return null
  const others = (['wgs84', 'gcj02', 'bd09'] as const).filter(
    (datum) => datum !== declared && !(datum === 'wgs84' && declared === 'cgcs2000'),
  )
  const best = others.map((datum) => ({ datum, share: fit(shapes, whole.shape, datum) })).sort((a, b) => b.share - a.share)[0]
  return best && best.share >= as + 0.15 ? datumFinding(NAMES[declared], NAMES[best.datum], whole) : null
}
