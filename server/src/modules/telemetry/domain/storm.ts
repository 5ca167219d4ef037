/** An open alarm that has no matter yet. */
export interface Waiting {
  readonly region: string
  readonly id: string
  readonly kind: string
  readonly area: string
  /** ms */
  readonly openedAt: number
  /** Seconds that its rule lets it stand before it becomes a matter. */
  readonly waitSeconds: number
}

/** A storm that has its matter and may still grow. */
export interface Storm {
  readonly region: string
  readonly id: string
  readonly kind: string
  readonly scope: string
  readonly caseId: string
  readonly lastAt: number
}

/** What is to become of waiting alarms. */
export type Decision =
  | { readonly to: 'case'; readonly alarm: Waiting }
  | { readonly to: 'storm'; readonly region: string; readonly kind: string; readonly scope: string; readonly alarms: readonly Waiting[] }
  | { readonly to: 'join'; readonly storm: Storm; readonly alarms: readonly Waiting[] }

export interface StormPolicy {
  /** So many alarms of one kind in one county within the window are one storm. */
  readonly least: number
  /** A storm's area is the smallest that holds this share of them. */
  readonly share: number
  /** Longest pause between two alarms of one storm, ms. */
  readonly windowMs: number
  /** No new alarm for so long: the storm is judged as a whole, ms. */
  readonly quietMs: number
  /** It is judged by then in any event, ms. */
  readonly longestMs: number
}

/** The city's policy: 20 alarms, four fifths, 10 minutes' pause, judged after 30 quiet seconds or 5 minutes. */
export const stormPolicy: StormPolicy = { least: 20, share: 0.8, windowMs: 600_000, quietMs: 30_000, longestMs: 300_000 }

/** Lengths of area codes from the county down. */
const levels = [6, 9, 12, 15] as const

/** The smallest area, from the county down, that holds the share of the alarms, and at least so many of them as make a storm. */
function scopeFor(alarms: readonly Waiting[], { share, least }: StormPolicy): string {
  let scope = ''
  for (const length of levels) {
    const counts = new Map<string, number>()
    for (const { area } of alarms) {
      if (area.length < length || !area.startsWith(scope)) continue
      const code = area.slice(0, length)
      counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    if (best === undefined || best[1] < Math.max(least, share * alarms.length)) break
    scope = best[0]
  }
  return scope
}

/** Alarms in the order of their times, cut where the pause between two is longer than the window. */
function runsOf(alarms: readonly Waiting[], windowMs: number): Waiting[][] {
  const runs: Waiting[][] = []
  for (const one of [...alarms].sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && one.openedAt - before.openedAt <= windowMs) last.push(one)
    else runs.push([one])
  }
  return runs
}

/** The decisions for one run of alarms of one kind in one county; the ones that lie outside of a storm are judged among themselves. */
function judgeRun(run: readonly Waiting[], policy: StormPolicy, now: number): Decision[] {
  const [first, last] = [run[0], run.at(-1)]
  if (!first || !last) return []
  if (run.length < policy.least) {
    return run.filter((one) => now - one.openedAt >= one.waitSeconds * 1000).map((alarm) => ({ to: 'case', alarm }))
  }
  const isOver = now - last.openedAt >= policy.quietMs || now - first.openedAt >= policy.longestMs
  if (!isOver) return []
  const scope = scopeFor(run, policy) || first.region
  const lies = (one: Waiting): boolean => one.area.startsWith(scope) || scope === first.region
  const [inside, outside] = [run.filter(lies), run.filter((one) => !lies(one))]
  return [{ to: 'storm', region: first.region, kind: first.kind, scope, alarms: inside }, ...judgeRun(outside, policy, now)]
}

function grouped(alarms: readonly Waiting[]): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>()
  for (const one of alarms) {
    const key = `${one.region} ${one.kind}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/**
 * What becomes of alarms that stand: each a matter of its own when its rule's time is over, but many of one kind in one county within minutes
 * are one storm with one matter, and those that follow in its area join it. Pure; ms.
 */
export function gather(waiting: readonly Waiting[], storms: readonly Storm[], now: number, policy: StormPolicy = stormPolicy): Decision[] {
  const decisions: Decision[] = []
  const left = new Set(waiting)
  for (const storm of storms) {
    const alarms = [...left].filter(
      (one) =>
        one.region === storm.region &&
        one.kind === storm.kind &&
        (one.area.startsWith(storm.scope) || storm.scope === storm.region) &&
        one.openedAt - storm.lastAt <= policy.windowMs,
    )
    for (const one of alarms) left.delete(one)
    if (alarms.length > 0) decisions.push({ to: 'join', storm, alarms })
  }
  for (const group of grouped([...left]).values()) {
    for (const run of runsOf(group, policy.windowMs)) decisions.push(...judgeRun(run, policy, now))
  }
  return decisions
}
