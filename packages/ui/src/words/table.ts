export type Lang = 'zh' | 'en'

/**
 * One text in both languages; `{{name}}` is filled in. `one` is the English for a count of exactly one, and makes `count` the number
 * that chooses: `{ zh: '{{count}} 件', en: '{{count}} matters', one: '{{count}} matter' }`.
 */
export interface Pair {
  readonly zh: string
  readonly en: string
  readonly one?: string
}

/** The texts of one part of a face, by key. */
export type Words = Readonly<Record<string, Pair>>

const holes = (text: string): string => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort().join(',')

/** Fills the holes of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole))
}

/** The texts of one language in the shape of an i18next bundle. */
export function bundleOf(words: Words, lang: Lang): Record<string, string> {
  const bundle: Record<string, string> = {}
  for (const [key, pair] of Object.entries(words)) {
    bundle[key] = pair[lang]
    if (lang === 'en' && pair.one !== undefined) bundle[`${key}_one`] = pair.one
  }
  return bundle
}

/** What is wrong with a table of words: a language missing, holes that differ, the wrong script. Empty when all is well. */
export function problemsOf(words: Words): string[] {
  const found: string[] = []
  for (const [key, pair] of Object.entries(words)) {
    if (pair.zh.trim() === '' || pair.en.trim() === '') found.push(`${key}: a language is missing`)
    for (const english of [pair.en, ...(pair.one === undefined ? [] : [pair.one])]) {
      if (holes(pair.zh) !== holes(english)) found.push(`${key}: the holes differ`)
      if (/\p{Script=Han}/u.test(english)) found.push(`${key}: Chinese in the English`)
    }
    if (/[a-z]{3,}/i.test(pair.zh.replaceAll(/\{\{\w+\}\}/g, '')) && !/\p{Script=Han}/u.test(pair.zh))
      found.push(`${key}: English in the Chinese`)
    if (pair.one !== undefined && !pair.en.includes('{{count}}')) found.push(`${key}: a text with "one" counts by {{count}}`)
    if (/[!！]/.test(`${pair.zh}${pair.en}`)) found.push(`${key}: an exclamation mark`)
  }
  return found
}
