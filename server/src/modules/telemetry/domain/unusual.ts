/**
 * What is usual for a value, learnt as it goes, so that a person can be told why something is not: the middle of what it was at this hour of
 * the day over a week, and how far it usually lies from that. Middle and deviation are medians: what was unusual moves them little.
 */
export interface Usual {
  /** Means of the past hours, the oldest first: number of the hour since 1970 and mean. */
  hours: [number, number][]
  /** The hour that runs: its number, sum and count of readings. */
  running: [number, number, number]
  /** Usual value and deviation for the hour that runs; null while too little is known. */
  centre: number | null
  spread: number
  /** Since when every reading was bad (ms); a change that stays is taken as usual in the end. */
  badSince: number | null
}

const hourMs = 3_600_000
/** Hours that are remembered: a week. */
const mostHours = 168
/** Hours before anything is called unusual: two days. */
const leastHours = 48
/** Hours of the same time of day (the hour itself and its neighbours) before the time of day counts. */
const leastAlike = 15
/** A change that lasts this long is the new usual. */
const settledMs = 3 * 24 * hourMs

export const newUsual = (): Usual => ({ hours: [], running: [-1, 0, 0], centre: null, spread: 0, badSince: null })

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Hours between two times of day, at most 12. */
const apart = (one: number, other: number): number => {
  const hours = Math.abs((one % 24) - (other % 24))
  return Math.min(hours, 24 - hours)
}

/** Works out what is usual in the hour that begins. */
function settle(usual: Usual, hour: number): void {
  if (usual.hours.length < leastHours) {
    usual.centre = null
    return
  }
  const alike = usual.hours.filter(([past]) => apart(past, hour) <= 1).map(([, mean]) => mean)
  const all = usual.hours.map(([, mean]) => mean)
  const middle = median(all)
  usual.centre = alike.length >= leastAlike ? median(alike) : middle
  const deviation = 1.4826 * median(all.map((mean) => Math.abs(mean - middle)))
  usual.spread = Math.max(deviation, Math.abs(middle) * 0.01, 1e-9)
}

/** How many usual deviations a value lies from what is usual at its hour; 0 while too little is known. */
export function unusualness(usual: Usual, at: number, value: number): number {
  const hour = Math.floor(at / hourMs)
  if (hour !== usual.running[0]) {
    const [past, sum, n] = usual.running
    if (n > 0) usual.hours.push([past, sum / n])
    if (usual.hours.length > mostHours) usual.hours.splice(0, usual.hours.length - mostHours)
    usual.running = [hour, 0, 0]
    settle(usual, hour)
  }
  return usual.centre === null ? 0 : Math.abs(value - usual.centre) / usual.spread
}

/** Takes a reading in; a bad one is not learnt from, unless it has been so for three days. */
export function learn(usual: Usual, at: number, value: number, isBad: boolean): void {
  if (isBad) usual.badSince ??= at
  else usual.badSince = null
  if (usual.badSince !== null && at - usual.badSince < settledMs) return
  usual.running = [usual.running[0], usual.running[1] + value, usual.running[2] + 1]
}
