import type { Category } from './category.ts'
import { caseCategories } from './catalogue.ts'
import { fold, matcher, type Hit } from './matcher.ts'

/** A class the text may belong to. `score`: 0 … 1, grows with the weight of what was found. `because`: the words found, weightiest first. */
export type Suggestion = { readonly code: string; readonly score: number; readonly because: readonly string[] }

export type Categoriser = (text: string, options?: { readonly top?: number }) => readonly Suggestion[]

/** How far apart (characters) `word` and `near` may stand to speak together. */
const nearness = 10
/** A weight of this much gives a score of one half. */
const halfway = 6
/** What is said at once is usually what it is about. */
const opening = { characters: 60, bonus: 1.4 }
/** A word repeated more often than this adds nothing. */
const countAtMost = 4
const becauseAtMost = 6

type Clue = { readonly category: number; readonly near: number | null; readonly weight: number; readonly say: string }

type Found = { total: number; readonly words: Map<string, number> }

/** Compiles the keywords of the classes once; the function it gives back takes well under a millisecond a text. */
export function categoriser(categories: readonly Category[]): Categoriser {
  const words = new Map<string, number>()
  const clues: Clue[][] = []
  const indexOf = (word: string): number => {
    const folded = fold(word)
    const index = words.get(folded) ?? words.size
    words.set(folded, index)
    clues[index] ??= []
    return index
  }
  categories.forEach((category, index) => {
    const seen = new Set<string>()
    for (const { word, near, weight } of category.keywords) {
      const say = near === undefined ? plainly(word) : `${plainly(word)}…${plainly(near)}`
      if (seen.has(fold(say))) continue
      seen.add(fold(say))
      clues[indexOf(word)]?.push({ category: index, near: near === undefined ? null : indexOf(near), weight, say })
    }
  })
  const find = matcher([...words.keys()])
  return (text, { top = 3 } = {}) => {
    const hits = find(fold(text))
    return rank(weigh(hits, clues), categories).slice(0, Math.max(0, top))
  }
}

function plainly(word: string): string {
  return word.replaceAll('_', ' ')
}

/** A hit inside a longer hit says nothing of its own: 「养老」 in 「养老院」. */
function outermost(hits: readonly Hit[]): readonly Hit[] {
  const longestFirst = hits.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let reach = -1
  return longestFirst.filter((hit) => {
    if (hit.end <= reach) return false
    reach = hit.end
    return true
  })
}

function weigh(hits: readonly Hit[], clues: readonly (readonly Clue[])[]): Map<number, Found> {
  const found = new Map<number, Found>()
  const times = new Map<Clue, number>()
  const outer = new Set(outermost(hits))
  const places = placesOf(hits)
  for (const hit of hits) {
    for (const clue of clues[hit.word] ?? []) {
      const again = times.get(clue) ?? 0
      if (again === countAtMost) continue
      if (clue.near === null ? !outer.has(hit) : !stands(hit, places.get(clue.near) ?? [])) continue
      times.set(clue, again + 1)
      const part = clue.weight * (again === 0 ? 1 : 0.3) * (hit.start < opening.characters ? opening.bonus : 1)
      add(found, clue, part)
    }
  }
  return found
}

function placesOf(hits: readonly Hit[]): ReadonlyMap<number, readonly Hit[]> {
  const places = new Map<number, Hit[]>()
  for (const hit of hits) {
    const list = places.get(hit.word)
    if (list === undefined) places.set(hit.word, [hit])
    else list.push(hit)
  }
  return places
}

/** Whether one of the sorted `others` stands within reach of the hit and does not overlap it. */
function stands(hit: Hit, others: readonly Hit[]): boolean {
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle]?.end ?? 0) < hit.start - nearness) low = middle + 1
    else high = middle
  }
  for (let i = low; i < others.length; i++) {
    const other = others[i]
    if (other === undefined || other.start > hit.end + nearness) return false
    if (other.end <= hit.start || other.start >= hit.end) return true
  }
  return false
}

function add(found: Map<number, Found>, clue: Clue, part: number): void {
  const entry = found.get(clue.category) ?? { total: 0, words: new Map<string, number>() }
  entry.total += part
  if (part > 0) entry.words.set(clue.say, (entry.words.get(clue.say) ?? 0) + part)
  found.set(clue.category, entry)
}

function rank(found: ReadonlyMap<number, Found>, categories: readonly Category[]): readonly Suggestion[] {
  const ranked = [...found].filter(([, { total }]) => total > 0).toSorted(([a, one], [b, other]) => other.total - one.total || a - b)
  return ranked.map(([index, { total, words }]) => ({
    code: categories[index]?.code ?? '',
    score: Math.round((total / (total + halfway)) * 1000) / 1000,
    because: [...words]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, becauseAtMost)
      .map(([word]) => word),
  }))
}

/** The catalogue as facts, compiled. A city that changed its classes compiles its own with `categoriser`. */
export const categorise: Categoriser = categoriser(caseCategories)
