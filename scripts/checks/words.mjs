import { sources } from './sources.mjs'

/** Identifiers of docs/words.md that no source uses. @param {string} page @param {string} code */
export function deadWords(page, code) {
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  const words = new Set(rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')))
  return [...words].filter((word) => !new RegExp(`(?<![\\w])${word}(?![\\w])`).test(code))
}

/** The page of words says what the code says. @returns {import('../ground/tally.mjs').Finding[]} */
export function words() {
  const [page] = sources(/^docs\/words\.md$/)
  const code = sources(/^(server\/src|apps|packages)\/.*\.(tsx?|sql)$/)
    .map(({ text }) => text)
    .join('\n')
  return [
    { name: 'docs/words.md holds the words of the code', problems: page === undefined ? ['it is missing'] : deadWords(page.text, code) },
  ]
}
