import { expect, it } from 'vitest'
import { bundleOf, fill, problemsOf } from './index.ts'

it('a complete table has no problems', () => {
  expect(
    problemsOf({ cases: { zh: '{{count}} 件', en: '{{count}} matters', one: '{{count}} matter' }, yes: { zh: '好', en: 'Yes' } }),
  ).toEqual([])
})

it.each([
  ['a language is missing', { zh: '好', en: ' ' }],
  ['the holes differ', { zh: '{{n}} 件', en: 'all matters' }],
  ['Chinese in the English', { zh: '社区', en: '社区' }],
  ['English in the Chinese', { zh: 'Community', en: 'Community' }],
  ['a text with "one"', { zh: '很多', en: 'many', one: 'one' }],
  ['an exclamation mark', { zh: '办好了!', en: 'Done' }],
])('sees that %s', (problem, pair) => {
  expect(problemsOf({ key: pair }).join('\n')).toContain(problem)
})

it('makes a bundle in which English counts one by itself', () => {
  const words = { cases: { zh: '{{count}} 件', en: '{{count}} matters', one: '{{count}} matter' } }
  expect(bundleOf(words, 'zh')).toEqual({ cases: '{{count}} 件' })
  expect(bundleOf(words, 'en')).toEqual({ cases: '{{count}} matters', cases_one: '{{count}} matter' })
})

it('fills what it is given and leaves the rest to be seen', () => {
  expect(fill('{{a}} / {{b}}', { a: 3 })).toBe('3 / {{b}}')
})
