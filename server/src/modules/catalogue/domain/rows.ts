import type { Category, Keyword, Severity } from './category.ts'
import { groups, findGroup } from './facts/groups.ts'
import { classEmergencies } from './facts/emergencies.ts'
import { componentSayings } from './facts/component-sayings.ts'
import { componentEmergencies, ownTroubles, troubles } from './facts/component-troubles.ts'

/** The rows of a table written as text: one line each, columns divided by `|`. */
export function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}

const keywordShape = /^(-?)([^*+]+)(?:\+([^*+]+))?(?:\*([1-9]))?$/u

/** Reads `word*3 -word*2 word+near*4`; a word that is not written so is left out (a test asserts that none is). */
export function keywordsOf(text: string): readonly Keyword[] {
  const keywords: Keyword[] = []
  for (const part of text.split(' ')) {
    const [, minus, word, near, weight] = keywordShape.exec(part) ?? []
    if (word === undefined) continue
    const signed = Number(weight ?? 1) * (minus === '-' ? -1 : 1)
    keywords.push(near === undefined ? { word, weight: signed } : { word, near, weight: signed })
  }
  return keywords
}

/** The name without what stands in brackets: 变压器（箱） → 变压器. */
function bareName(name: string): string {
  return name.replace(/（[^）]*）/gu, '')
}

function groupOf(classCode: string): Category['group'] {
  return findGroup(classCode) ?? groupOther
}

const groupOther = groups[groups.length - 1] as Category['group']

const sayings = new Map(rowsOf(componentSayings).map(([code = '', saying = '']) => [code, saying]))

/** The saying as a whole speaks for its class, and so, weaker, does each thing that it names. */
function wordsOfSaying(code: string): readonly Keyword[] {
  const saying = sayings.get(code)
  if (saying === undefined) return []
  const things = /[「」]/u.test(saying) ? [] : saying.split('、').filter((thing) => thing.length > 1 && thing !== saying)
  return [{ word: saying, weight: 5 }, ...things.map((word) => ({ word, weight: 2 }))]
}

/** A component class and the matter class of the same code, from one row of a component table. */
export function componentAndMatter(row: readonly string[]): readonly [Category, Category] {
  const [code = '', zh = '', en = '', kind = '', whatZh = '', whatEn = '', words = ''] = row
  const trouble = troubles[kind]
  const emergency = trouble?.emergency === undefined ? undefined : componentEmergencies[trouble.emergency]
  const name = bareName(zh)
  const shared = {
    scheme: 'GB/T 47678.5-2026',
    class: code,
    group: groupOf(code),
    keywords: [{ word: name, weight: 4 }, ...wordsOfSaying(code), ...keywordsOf(words)],
    severity: trouble?.severity ?? 'large',
    home: false,
    ...(emergency === undefined ? {} : { emergency }),
  } as const
  const component: Category = { ...shared, code: `C${code}`, kind: 'component', name: { zh, en }, plain: { zh: whatZh, en: whatEn } }
  const plain = ownTroubles[code] ?? { zh: `${sayings.get(code) ?? name}${trouble?.zh ?? ''}`, en: `${en}: ${trouble?.en ?? ''}` }
  const matter: Category = { ...shared, code, kind: 'matter', name: { zh: `${zh}异常`, en: `${en} trouble` }, plain }
  return [component, matter]
}

function severityOf(text: string): Severity {
  return text === 'small' || text === 'joint' ? text : 'large'
}

/** A class from one row: class | 中文 | English | plain 中文 | plain English | severity | home or -, and its words. */
export function categoryOf(row: readonly string[], kind: 'matter' | 'livelihood', words: string): Category {
  const [code = '', zh = '', en = '', plainZh = '', plainEn = '', severity = '', home = ''] = row
  const emergency = classEmergencies[code]
  return {
    code,
    scheme: kind === 'matter' ? 'GB/T 47678.5-2026' : 'linli',
    kind,
    class: code,
    name: { zh, en },
    plain: { zh: plainZh, en: plainEn },
    group: groupOf(code),
    keywords: [{ word: bareName(zh), weight: 5 }, ...keywordsOf(words)],
    severity: severityOf(severity),
    home: home === 'home',
    ...(emergency === undefined ? {} : { emergency }),
  }
}
