/** Areas are compared only with those of like difficulty, and never put in order: an area learns where the middle half of its band lies. */

/** How much is reported for each grid, beside the middle of all areas. */
export type Difficulty = 'lighter' | 'like' | 'heavier'

/** An area with what is known of its difficulty, and a figure; null where the figure has no base. */
export interface Compared {
  readonly area: string
  /** Matters reported for each grid. */
  readonly load: number
  readonly value: number | null
}

export interface Band {
  readonly difficulty: Difficulty
  /** Areas in the band with a value, the own one included. */
  readonly areas: number
  /** The middle half: a quarter of the areas lies below `low`, a quarter above `high`. */
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly stands: 'below' | 'within' | 'above'
}

/** Fewer areas than this are no band: one could tell whose value is whose. */
export const fewestAreas = 4

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 10) / 10
}

/** Less than two thirds of the middle load is lighter, more than one and a half times heavier. */
export function difficultyOf(load: number, middle: number): Difficulty {
  if (load * 3 < middle * 2) return 'lighter'
  return load * 2 > middle * 3 ? 'heavier' : 'like'
}

/** The band of an area among areas of its level; null when too few are like it, or it has no value. */
export function bandOf(own: string, all: readonly Compared[]): Band | null {
  const middle = quantile(
    all.map((one) => one.load).sort((a, b) => a - b),
    0.5,
  )
  const mine = all.find((one) => one.area === own)
  if (!mine || mine.value === null) return null
  const difficulty = difficultyOf(mine.load, middle)
  const values = all.flatMap((one) => (one.value !== null && difficultyOf(one.load, middle) === difficulty ? [one.value] : []))
  if (values.length < fewestAreas) return null
  values.sort((a, b) => a - b)
  const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)]
  return {
    difficulty,
    areas: values.length,
    low,
    middle: quantile(values, 0.5),
    high,
    stands: mine.value < low ? 'below' : mine.value > high ? 'above' : 'within',
  }
}
