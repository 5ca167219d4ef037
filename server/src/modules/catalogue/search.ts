import { firstLetters } from '#platform/pinyin'
import type { CityCategory } from './domain/category.ts'
import { fold } from './domain/matcher.ts'

/** A list of classes that can be searched by words of both languages and by the initials of the pinyin (ldd → 楼道灯). */
export type CategorySearch = (query: string) => readonly CityCategory[]

type Entry = {
  readonly category: CityCategory
  readonly name: string
  readonly english: string
  readonly initials: string
  readonly rest: string
}

function entryOf(category: CityCategory): Entry {
  const { name, plain, group, keywords } = category
  const rest = [plain.zh, plain.en, group.name.zh, group.name.en, ...keywords.filter((one) => one.weight > 1).map((one) => one.word)]
  return {
    category,
    name: fold(name.zh),
    english: fold(name.en),
    initials: firstLetters(name.zh, 'consecutive'),
    rest: fold(rest.join('|')),
  }
}

/** How well an entry answers, 0 for not at all: the code, the name from its beginning, within it, the initials, any other word. */
function rankOf(entry: Entry, wanted: string): number {
  if (entry.category.code.toLowerCase() === wanted) return 6
  if (entry.name.startsWith(wanted) || entry.english.startsWith(wanted)) return 5
  if (entry.initials.startsWith(wanted)) return 4
  if (entry.name.includes(wanted) || entry.english.includes(wanted)) return 3
  if (wanted.length > 1 && entry.initials.includes(wanted)) return 2
  return entry.rest.includes(wanted) || entry.category.code.toLowerCase().startsWith(wanted) ? 1 : 0
}

/** A search whose index is made by the first question; equal ranks keep the order of the codes, the city's livelihood classes before the standard's. */
export function categorySearch(categories: readonly CityCategory[]): CategorySearch {
  let index: readonly Entry[] | null = null
  return (query) => {
    const wanted = fold(query)
    if (wanted === '') return categories
    const entries = (index ??= categories.map(entryOf))
    const own = (entry: Entry): number => (entry.category.kind === 'livelihood' ? 1 : 0)
    return entries
      .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || own(b.entry) - own(a.entry))
      .map(({ entry }) => entry.category)
  }
}
