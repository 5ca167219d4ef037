/** Everything about the ground that knows no city: datums, metres, shapes, and which shape holds a point. Pure. */
export { DATUMS, type Datum, fromWgs84, inChina, shapeToWgs84, toWgs84 } from './geo/datum.ts'
export { type Plane, distance, metresPerDegree, planeAt, roundPoint } from './geo/metres.ts'
export {
  type Box,
  type MultiPolygon,
  type Polygon,
  type Position,
  type Ring,
  type Shape,
  areaOf,
  boxesMeet,
  boxHolds,
  boxOf,
  boxOfAll,
  centroidOf,
  pointInside,
  polygonsOf,
  ringsOf,
} from './geo/shape.ts'
export { type Locator, makeLocator, pairsOf } from './geo/locate.ts'
export { type ShapeFault, shapeFaults } from './geo/faults.ts'
export { gapsIn, outsideOf, overlapOf } from './geo/clip.ts'
export { boxOfTile, cellAt, finestZoom, isTile, type SpotRange, spotOf, spotsIn, type Tile, tileAt } from './geo/z-order.ts'
