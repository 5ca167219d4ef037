export interface Point {
  readonly at: string
  readonly least: number
  readonly most: number
  readonly mean: number
}

export interface Drawn {
  /** The means as a line; a new `M` where readings are missing. */
  readonly line: string
  /** Between least and most. */
  readonly band: string
  readonly low: number
  readonly high: number
}

/** A gap of more than this many usual pauses breaks the line. */
const gapFactor = 3

function pauseOf(times: readonly number[]): number {
  const pauses = times.slice(1).map((time, n) => time - (times[n] ?? 0))
  return pauses.sort((a, b) => a - b)[pauses.length >> 1] ?? Infinity
}

/** The points as paths in a box of `width` × `height`; the values keep a little room above and below. */
export function drawn(points: readonly Point[], width: number, height: number): Drawn {
  const low = Math.min(...points.map((one) => one.least))
  const high = Math.max(...points.map((one) => one.most))
  const room = (high - low || Math.abs(high) || 1) * 0.08
  const times = points.map((one) => Date.parse(one.at))
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0]
  const x = (time: number): string => (last === first ? width / 2 : ((time - first) / (last - first)) * width).toFixed(1)
  const y = (value: number): string => (height - ((value - low + room) / (high - low + 2 * room)) * height).toFixed(1)
  const pause = pauseOf(times) * gapFactor
  const isNew = (n: number): boolean => n === 0 || (times[n] ?? 0) - (times[n - 1] ?? 0) > pause
  const line = points.map((one, n) => `${isNew(n) ? 'M' : 'L'}${x(times[n] ?? 0)} ${y(one.mean)}`).join('')
  const over = points.map((one, n) => `${n === 0 ? 'M' : 'L'}${x(times[n] ?? 0)} ${y(one.most)}`)
  const under = points.map((one, n) => `L${x(times[n] ?? 0)} ${y(one.least)}`).reverse()
  return { line, band: `${[...over, ...under].join('')}Z`, low, high }
}

/** A value as people read it. */
export const numberText = (value: number): string => String(Number(value.toFixed(2)))
