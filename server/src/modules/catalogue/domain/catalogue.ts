import { caseCodeOf, type Category } from './category.ts'
import { publicComponents } from './facts/components-public.ts'
import { streetComponents } from './facts/components-street.ts'
import { trafficComponents } from './facts/components-traffic.ts'
import { cityMatters } from './facts/livelihood-city.ts'
import { homeMatters } from './facts/livelihood-home.ts'
import { lifeMatters } from './facts/livelihood-life.ts'
import { appearanceMatters } from './facts/matters-appearance.ts'
import { streetMatters } from './facts/matters-street.ts'
import { cityWords } from './facts/words-city.ts'
import { englishWords } from './facts/words-english.ts'
import { homeWords } from './facts/words-home.ts'
import { lifeWords } from './facts/words-life.ts'
import { categoryOf, componentAndMatter, keywordsOf, rowsOf } from './rows.ts'

/** Where a matter goes that no rule recognises: a clerk sorts it. */
export const otherCode = '29999'

const english = new Map(rowsOf(englishWords).map(([code = '', words = '']) => [code, words]))

function withEnglish(category: Category): Category {
  const words = english.get(category.code)
  return words === undefined ? category : { ...category, keywords: [...category.keywords, ...keywordsOf(words)] }
}

function components(): readonly (readonly [Category, Category])[] {
  return [publicComponents, trafficComponents, streetComponents].flatMap((table) => rowsOf(table).map(componentAndMatter))
}

function matters(): readonly Category[] {
  return [appearanceMatters, streetMatters].flatMap((table) =>
    rowsOf(table).map((row) => categoryOf(row.slice(0, 7), 'matter', row[7] ?? '')),
  )
}

function livelihoodMatters(): readonly Category[] {
  const words = new Map([homeWords, lifeWords, cityWords].flatMap((table) => rowsOf(table)).map(([code = '', list = '']) => [code, list]))
  return [homeMatters, lifeMatters, cityMatters].flatMap((table) =>
    rowsOf(table).map((row) => categoryOf(row, 'livelihood', words.get(row[0] ?? '') ?? '')),
  )
}

const pairs = components()

/** The classes of things: 153 (GB/T 47678.5-2026). */
export const componentClasses: readonly Category[] = pairs.map(([component]) => component)

/** The classes a case can have: 250 matters of the standard and Linli's livelihood matters. */
export const caseCategories: readonly Category[] = [...pairs.map(([, matter]) => matter), ...matters(), ...livelihoodMatters()].map(
  withEnglish,
)

/** The whole catalogue as facts, before a city has changed anything. */
export const catalogue: readonly Category[] = [...componentClasses, ...caseCategories]

const byCode = new Map(catalogue.map((one) => [one.code, one]))

/** The class with this code, as the facts have it. */
export function findFact(code: string): Category | undefined {
  return byCode.get(code)
}

/** The class under which a case about `code` is kept; undefined for a code nobody has defined. */
export function findCaseFact(code: string): Category | undefined {
  return byCode.get(caseCodeOf(code))
}
