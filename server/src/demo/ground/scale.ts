/** How large the invented city is. `small` opens at the first start; `city` is a real district's measure (700 grids, 001-52); `big` is for the bench. */
export const SCALES = ['small', 'city', 'big'] as const
export type Scale = (typeof SCALES)[number]

export interface Measure {
  readonly counties: number
  readonly towns: number
  readonly communities: number
  readonly grids: number
  /** Sample addresses to each grid. */
  readonly addresses: number
}

export const MEASURES: Record<Scale, Measure> = {
  small: { counties: 2, towns: 6, communities: 24, grids: 96, addresses: 8 },
  city: { counties: 7, towns: 38, communities: 170, grids: 700, addresses: 6 },
  big: { counties: 10, towns: 100, communities: 1500, grids: 10_000, addresses: 3 },
}
