import type { Prng } from './prng.ts'

/** A rectangle of mesh cells: from x0 up to but without x1, and so for y. */
export interface Block {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A whole number cut into `parts` whole numbers that differ by about a quarter, each at least `least`. */
export function shares(total: number, parts: number, least: number, random: Prng): number[] {
  const weights = Array.from({ length: parts }, () => 0.75 + random.next() / 2)
  const sum = weights.reduce((a, b) => a + b, 0)
  const spare = total - parts * least
  let given = 0
  let wanted = 0
  return weights.map((weight) => {
    wanted += (weight / sum) * spare
    const share = Math.round(wanted) - given
    given += share
    return least + share
  })
}

/** Where the list falls into two halves of about the same weight. */
function half(weights: readonly number[]): number {
  const sum = weights.reduce((a, b) => a + b, 0)
  let best = 1
  let nearest = Infinity
  let before = 0
  for (let i = 1; i < weights.length; i += 1) {
    before += weights[i - 1] as number
    const off = Math.abs(before - sum / 2)
    if (off < nearest) [best, nearest] = [i, off]
  }
  return best
}

/**
 * A block cut into blocks by weight, as streets cut a town: always across the longer side, at a place that wavers a little,
 * so that no two cities and no two corners look alike. Cuts run through mesh lines, so neighbours share every corner.
 */
export function split(block: Block, weights: readonly number[], random: Prng): Block[] {
  if (weights.length <= 1) return [block]
  const at = half(weights)
  const [left, right] = [weights.slice(0, at), weights.slice(at)]
  const part = left.reduce((a, b) => a + b, 0) / weights.reduce((a, b) => a + b, 0)
  const wavering = part + (random.next() - 0.5) * 0.12
  const wide = block.x1 - block.x0 >= block.y1 - block.y0
  const length = wide ? block.x1 - block.x0 : block.y1 - block.y0
  const cut = Math.min(length - 1, Math.max(1, Math.round(length * wavering)))
  const [first, second] = wide
    ? [
        { ...block, x1: block.x0 + cut },
        { ...block, x0: block.x0 + cut },
      ]
    : [
        { ...block, y1: block.y0 + cut },
        { ...block, y0: block.y0 + cut },
      ]
  return [...split(first, left, random), ...split(second, right, random)]
}
