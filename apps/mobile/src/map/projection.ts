/** A place in degrees, WGS-84. */
export interface Point {
  readonly lon: number
  readonly lat: number
}

/** What a map shows: its middle, and how many metres one pixel is. */
export interface View {
  readonly centre: Point
  /** Metres a pixel. */
  readonly scale: number
}

const metresPerDegree = 111_320

/** Metres east and south of the middle: flat is right to centimetres over a town. */
function metresFrom(centre: Point, at: Point): { x: number; y: number } {
  const narrow = Math.cos((centre.lat * Math.PI) / 180)
  return { x: (at.lon - centre.lon) * metresPerDegree * narrow, y: (centre.lat - at.lat) * metresPerDegree }
}

/** Pixels from the middle of the picture. */
export function toPixels(view: View, at: Point): { x: number; y: number } {
  const metres = metresFrom(view.centre, at)
  return { x: metres.x / view.scale, y: metres.y / view.scale }
}

/** The place under a pixel, counted from the middle of the picture. */
export function toPlace(view: View, x: number, y: number): Point {
  const narrow = Math.cos((view.centre.lat * Math.PI) / 180)
  return {
    lon: view.centre.lon + (x * view.scale) / (metresPerDegree * narrow),
    lat: view.centre.lat - (y * view.scale) / metresPerDegree,
  }
}

export type Ring = readonly (readonly [number, number])[]

/** A grid as a map draws it: outer and inner rings in degrees. */
export interface Shape {
  readonly code: string
  readonly name: string
  readonly rings: readonly Ring[]
}

/** The view that shows all shapes in a picture of this size, with a margin; null when there are none. */
export function viewOf(shapes: readonly Shape[], width: number, height: number): View | null {
  const points = shapes.flatMap((shape) => shape.rings.flat())
  if (points.length === 0) return null
  const [lons, lats] = [points.map((point) => point[0]), points.map((point) => point[1])]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const centre = { lon: (west + east) / 2, lat: (south + north) / 2 }
  const corner = metresFrom(centre, { lon: east, lat: south })
  return { centre, scale: clampScale(Math.max((corner.x * 2) / (width - 24), (corner.y * 2) / (height - 24))) }
}

/** Between a doorway and a county. */
export function clampScale(scale: number): number {
  return Math.min(400, Math.max(0.15, scale))
}

/** An SVG path of the shape in this view. */
export function pathOf(view: View, shape: Shape): string {
  const line = (ring: Ring) =>
    ring
      .map(([lon, lat], index) => {
        const { x, y } = toPixels(view, { lon, lat })
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('')
  return shape.rings.map((ring) => `${line(ring)}Z`).join('')
}

/** Where a shape's name stands: the middle of its box. */
export function middleOf(shape: Shape): Point {
  const outer = shape.rings[0] ?? []
  const [lons, lats] = [outer.map((point) => point[0]), outer.map((point) => point[1])]
  return { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 }
}
