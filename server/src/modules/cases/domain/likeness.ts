import { distance } from '#platform/geo'
import type { Topics } from '#modules/catalogue'
import { numbersClash, numbersOf, parted, placeNames } from './named.ts'

/** What of a matter is compared: its first words, all its words with those of the place, where, which class, when. */
export interface Telling {
  readonly title: string
  readonly text: string
  readonly lon: number | null
  readonly lat: number | null
  readonly category: string | null
  readonly at: Date
  /** The classes that its words speak for; worked out when the rest does not already tell two matters apart. */
  readonly topics: () => Topics
}

/** How characteristic a pair of characters is: near 0 for what every report says, high for a name. */
export type Weigh = (gram: string) => number

/** How alike two matters are, 0 to 1, with the reasons that a person can check. */
export interface Likeness {
  readonly score: number
  /** Metres between the two places; null when one has no point. */
  readonly metres: number | null
  readonly days: number
  readonly sameCategory: boolean
}

/** From here on a person is shown the other matter. */
export const likely = 0.6
/** Below this nobody looks at a pair, and several of them say nothing together either. */
export const slight = 0.05
const dayMs = 86_400_000
/** Metres within which matters of a class are one, by the first two digits: a thing in the street, a smell, a noise (peers.md section 4, idea 10). */
const radii: Readonly<Record<string, number>> = {
  '01': 60,
  '02': 60,
  '03': 60,
  '04': 80,
  '05': 60,
  '06': 150,
  '07': 60,
  '08': 300,
  '09': 150,
  '22': 300,
  '24': 300,
}
const otherwise = 250

/** How far apart two reports of one matter of this class may lie, in metres. */
function radiusOf(category: string | null): number {
  return radii[category?.slice(0, 2) ?? ''] ?? otherwise
}

/** The text as it is compared: no spaces, no stops, one kind of digits. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Pairs of neighbouring characters, each once. */
function pairsOf(text: string): Set<string> {
  const plain = [...plainText(text)]
  return new Set(plain.slice(0, -1).map((char, i) => `${char}${plain[i + 1]}`))
}

/** A telling with what every comparison needs, worked out once. */
export interface Prepared {
  readonly telling: Telling
  readonly plain: string
  readonly title: ReadonlySet<string>
  readonly all: ReadonlySet<string>
  readonly titleWeight: number
  readonly allWeight: number
  /** The names of places in the first words, with their weights. */
  readonly names: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>
}

const sum = (grams: Iterable<string>, weigh: Weigh): number => {
  let total = 0
  for (const gram of grams) total += weigh(gram)
  return total
}

/** Works out what of a telling every comparison needs. */
export function prepared(telling: Telling, weigh: Weigh): Prepared {
  const first = plainText(telling.title)
  const plain = plainText(`${telling.title}。${telling.text}`)
  const title = pairsOf(first)
  const all = pairsOf(plain)
  const names = new Map([...placeNames(first)].map((name) => [name, sum(pairsOf(name), weigh)]))
  return { telling, plain, title, all, titleWeight: sum(title, weigh), allWeight: sum(all, weigh), names, numbers: numbersOf(first) }
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  let total = 0
  for (const gram of a) if (b.has(gram)) total += weigh(gram)
  return total
}

const part = (of: number, whole: number): number => (whole > 0 ? of / whole : 0)

/**
 * How alike the words are, as log-odds. The first words of each must be found in the other (what and where), and much of the shorter text in the longer.
 * These weights and those below were fitted on the even half of the labelled groups (docs/decisions/0012).
 */
function wordOdds(a: Prepared, b: Prepared, weigh: Weigh): number {
  const ab = part(shared(a.title, b.all, weigh), a.titleWeight)
  const ba = part(shared(b.title, a.all, weigh), b.titleWeight)
  const texts = part(shared(a.all, b.all, weigh), Math.min(a.allWeight, b.allWeight))
  return 5 * Math.min(ab, ba) + 5.6 * Math.max(ab, ba) + 7 * texts - 8.9
}

/** The part of the names in the first words of `a` that `b` says anywhere, by their weight; null when `a` names no place. */
function namesFound(a: Prepared, b: Prepared): number | null {
  const names = [...a.names]
  const whole = names.reduce((total, [, weight]) => total + weight, 0)
  return whole > 0 ? names.reduce((found, [name, weight]) => found + (b.plain.includes(name) ? weight : 0), 0) / whole : null
}

/** A name of one that the other says too speaks for one matter; names or numbers that contradict each other speak against it. */
function nameOdds(a: Prepared, b: Prepared): number {
  const [ab, ba] = [namesFound(a, b), namesFound(b, a)]
  const most = Math.max(ab ?? 0, ba ?? 0)
  const least = ab === null || ba === null ? null : Math.min(ab, ba)
  const apart = least === 0 ? (most === 0 ? 0.4 : 1.2) : 0
  return 1.5 * most - apart - (numbersClash(a.numbers, b.numbers) ? 2.4 : 0)
}

/** How far both texts speak for the same classes, 0 to 1: the cosine of their topics. */
function sameTopics(a: Topics, b: Topics): number {
  let dot = 0
  for (const [code, strength] of a) dot += strength * (b.get(code) ?? 0)
  const length = (topics: Topics): number => Math.hypot(...topics.values())
  return dot > 0 ? dot / (length(a) * length(b)) : 0
}

/** The class that both texts speak for most; null when they share none. */
export function topicInCommon(a: Prepared, b: Prepared): string | null {
  const other = b.telling.topics()
  const both = [...a.telling.topics()].map(([code, strength]): [string, number] => [code, strength * (other.get(code) ?? 0)])
  const [best] = both.filter(([, strength]) => strength > 0).sort(([, x], [, y]) => y - x)
  return best ? best[0] : null
}

const topicWeight = 3.1

/** Ten days say nothing; after them, the longer the less likely. */
const timeOdds = (days: number): number => -0.76 * Math.max(0, Math.log((1 + days) / 11))

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** The same spot speaks for one matter, a place out of reach against it; without two points nothing is said. */
function placeOdds(metres: number | null, radius: number): number {
  if (metres === null) return 0
  return metres <= radius ? 2.5 - 1.5 * (metres / radius) : Math.max(-15, -5 * (metres / radius - 1))
}

/** Compares two matters (Repeats: same place and words; 国办函〔2025〕66号「重复诉求并单」). Pure. */
export function likeness(a: Prepared, b: Prepared, weigh: Weigh): Likeness {
  const [one, other] = [a.telling, b.telling]
  const metres =
    one.lon === null || one.lat === null || other.lon === null || other.lat === null
      ? null
      : distance([one.lon, one.lat], [other.lon, other.lat])
  const days = Math.abs(one.at.getTime() - other.at.getTime()) / dayMs
  const sameCategory = one.category !== null && one.category === other.category
  const radius = Math.max(radiusOf(one.category), radiusOf(other.category))
  const known = wordOdds(a, b, weigh) + nameOdds(a, b) + placeOdds(metres, radius) + (sameCategory ? 0.5 : 0) + timeOdds(Math.floor(days))
  const odds = chance(known + topicWeight) < slight ? known : known + topicWeight * sameTopics(one.topics(), other.topics())
  const score = chance(odds)
  return { score, metres: metres === null ? null : Math.round(metres), days: Math.floor(days), sameCategory }
}

/**
 * Weights of pairs by how many of `of` reports have them. What no report of the sample has is rare, so it weighs most.
 * With too few reports to count, every pair weighs the same.
 */
export function weighing(counts: ReadonlyMap<string, number>, of: number): Weigh {
  if (of < 50) return () => 1
  const most = Math.log(of + 1)
  const weights = new Map([...counts].map(([gram, n]) => [gram, most - Math.log(n + 1)]))
  return (gram) => weights.get(gram) ?? most
}

/** What two texts have in common, for a person to check: names of places, and other words. */
export interface InCommon {
  readonly places: readonly string[]
  readonly words: readonly string[]
}

/** The runs of at least three and at most twelve characters of `a` that `b` has too, the most characteristic first. */
function runsInCommon(a: Prepared, b: Prepared, weigh: Weigh): string[] {
  const plain = [...plainText(a.telling.text)]
  const runs = new Map<string, number>()
  for (let from = 0; from + 1 < plain.length; ) {
    let to = from
    let weight = 0
    while (to + 1 < plain.length && to - from < 11 && b.all.has(`${plain[to]}${plain[to + 1]}`))
      weight += weigh(`${plain[to]}${plain[++to]}`)
    if (to - from >= 2) runs.set(plain.slice(from, to + 1).join(''), weight)
    from = Math.max(to, from + 1)
  }
  return [...runs].sort(([, x], [, y]) => y - x).map(([run]) => run)
}

/** At most two names of places and three other runs of at least three characters that both texts have. */
export function inCommon(a: Prepared, b: Prepared, weigh: Weigh): InCommon {
  const runs = runsInCommon(a, b, weigh).map(parted)
  const places = new Set(runs.flatMap(({ name }) => name ?? []))
  return { places: [...places].slice(0, 2), words: runs.flatMap(({ rest }) => (rest.length >= 3 ? rest : [])).slice(0, 3) }
}

/** Reports of one matter speak together: each further one that is somewhat alike adds to the best, `scores` falling. */
export function together(scores: readonly number[]): number {
  const [best = 0, ...others] = scores
  const more = others.slice(0, 4).reduce((rest, score) => rest * (1 - score) ** 0.5, 1)
  return 1 - (1 - best) * more
}

/** The most characteristic neighbouring pairs of a telling, for an index of pairs: each found only where both stand. At most `most`. */
export function rarePairs(text: string, weigh: Weigh, most: number): [string, string][] {
  const pairs = [...pairsOf(text)]
  const next = pairs.slice(0, -1).map((pair, at): [string, string] => [pair, pairs[at + 1] ?? pair])
  const weight = ([a, b]: [string, string]): number => weigh(a) + weigh(b)
  return next.sort((x, y) => weight(y) - weight(x)).slice(0, most)
}
