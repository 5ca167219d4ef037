/** A small source of numbers from a seed: the same seed gives the same city on every machine (mulberry32). */
export interface Prng {
  /** In [0, 1). */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** A source of its own, so that one part of the city does not move when another draws more numbers. */
  branch(name: string): Prng
}

function hash(text: string): number {
  let h = 2_166_136_261
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619)
  return h >>> 0
}

export function prng(seed: number): Prng {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] as (typeof from)[number],
    shuffled(list) {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = whole(0, i)
        const [a, b] = [copy[i] as (typeof copy)[number], copy[j] as (typeof copy)[number]]
        copy[i] = b
        copy[j] = a
      }
      return copy
    },
    branch: (name) => prng(hash(`${seed}/${name}`)),
  }
}
