import { problemsOf } from '@linli/ui'
import type { Words } from '@linli/ui'
import { expect, it } from 'vitest'

const tables = import.meta.glob<Record<string, unknown>>('../**/*words.ts', { eager: true })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*words.ts', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((pair) => typeof pair === 'object' && pair !== null && 'zh' in pair)

it('every table of words is complete in Chinese and in English', () => {
  const found = Object.entries(tables).flatMap(([path, module]) =>
    Object.entries(module).flatMap(([name, table]) =>
      isWords(table) ? problemsOf(table).map((problem) => `${path} ${name} ${problem}`) : [],
    ),
  )
  expect(Object.keys(tables).length).toBeGreaterThan(20)
  expect(found).toEqual([])
})

/** What may hold Chinese beside the tables: the name of the language itself, signs between list items, words that are read as data. */
const allowed = /中文|[、，：；]|[休班]/g

it('no page says anything in Chinese that does not stand in a table', () => {
  const found = Object.entries(sources).flatMap(([path, text]) =>
    text
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => /\p{Script=Han}/u.test(line.replaceAll(allowed, '')))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})

it('no page says anything in English between its tags', () => {
  const found = Object.entries(sources)
    .filter(([path]) => path.endsWith('.tsx'))
    .flatMap(([path, text]) => [...text.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*</g)].map((match) => `${path}: ${match[1] ?? ''}`))
  expect(found).toEqual([])
})
