import type { World } from '../../../../test/world.ts'

/** A place in the first grid of the test city, where the demonstration's grid worker works. */
export async function spotIn(w: World, grid: string): Promise<{ lon: number; lat: number }> {
  const [row] = await w.db.query<{ shape: { type: string; coordinates: number[][][] } }>({
    text: 'select geometry as shape from areas.area where code like $1',
    values: [`${grid}%`],
  })
  const ring = row?.shape.coordinates[0] ?? []
  const corners = ring.slice(0, -1)
  const sum = (index: number): number => corners.reduce((total, corner) => total + (corner[index] ?? 0), 0) / corners.length
  return { lon: sum(0), lat: sum(1) }
}

/** The grid worker's grid. */
export const grid = '990901001001001'
