import { type Area, resolve, standing } from './area.ts'
import { isCode, padded, scopeOf } from './code.ts'

/** All areas in memory, as of one edition. Pure: it is given the rows, and a day for every question about the present. */
export interface Atlas<A extends Area = Area> {
  readonly all: ReadonlyMap<string, A>
  /** By any form of the code; also areas that stand no longer. */
  find(code: string): A | null
  /** The areas directly below, or the top of the tree for null, in the order of their codes. */
  below(code: string | null): readonly A[]
  /** From the top the city knows down to the area itself; codes it does not know are left out. */
  path(code: string): A[]
  /** What stands in the place of a code on a day. */
  current(code: string, day: string): string[]
  /** The six-digit region of the city itself: its city row, else the top of its tree. */
  readonly cityRegion: string
  /** Numbers that are equal on two days say that the same areas stand on both. */
  epoch(day: string): number
}

export function makeAtlas<A extends Area>(areas: readonly A[]): Atlas<A> {
  const all = new Map(areas.map((area) => [area.code, area]))
  const below = new Map<string | null, A[]>()
  for (const area of areas) {
    const list = below.get(area.parent)
    if (list) list.push(area)
    else below.set(area.parent, [area])
  }
  const days = [...new Set(areas.flatMap((area) => (area.validTo === null ? [area.validFrom] : [area.validFrom, area.validTo])))].sort()
  const find = (code: string): A | null => (isCode(code) ? (all.get(scopeOf(code)) ?? null) : null)
  const path = (code: string): A[] => {
    const steps: A[] = []
    for (let area = find(code); area; area = area.parent === null ? null : find(area.parent)) steps.unshift(area)
    return steps
  }
  const city = areas.find((area) => area.level === 'city') ?? below.get(null)?.[0]
  return {
    all,
    find,
    below: (code) => below.get(code === null ? null : (find(code)?.code ?? '')) ?? [],
    path,
    current: (code, day) => resolve((one) => all.get(one), isCode(code) ? scopeOf(code) : '', day),
    cityRegion: city ? padded(city.code, 6).slice(0, 6) : '000000',
    epoch: (day) => days.filter((change) => change <= day).length,
  }
}

/** Names that begin with the words or whose initials do come first, then names that contain them; short names before long ones. */
export function searchAtlas<A extends Area & { readonly initials: string }>(
  atlas: Atlas<A>,
  words: string,
  day: string,
  most: number,
): A[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const rank = (area: A): number => {
    if (area.name.startsWith(wanted) || area.code === wanted) return 0
    if (area.initials.startsWith(wanted) || (/^\d+$/.test(wanted) && area.code.startsWith(wanted))) return 1
    return area.name.includes(wanted) ? 2 : 3
  }
  return [...atlas.all.values()]
    .filter((area) => standing(area, day) === 'standing')
    .map((area) => ({ area, rank: rank(area) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.area.code.length - b.area.code.length || (a.area.code < b.area.code ? -1 : 1))
    .slice(0, most)
    .map((one) => one.area)
}
