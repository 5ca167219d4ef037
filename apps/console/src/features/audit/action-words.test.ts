import { expect, it } from 'vitest'
import { actionWords, objectWords } from './action-words.ts'

const sources = import.meta.glob<string>(
  ['../../../../../server/src/**/*.ts', '!../../../../../server/src/**/*.test.ts', '!../../../../../server/src/**/test/**'],
  { query: '?raw', import: 'default', eager: true },
)

/** What the server's sources write into the audit: `action: 'noun.past', object: { kind: 'noun'`, on one line or two. */
const written = Object.values(sources).flatMap((text) => [...text.matchAll(/action: ([^{]*?),\s+object: \{ kind: '(\w+)'/g)])

it('every action and object that the server writes has words', () => {
  const actions = written.flatMap(([, action = '']) => [...action.matchAll(/'(\w+\.\w+)'/g)].flatMap(([, one]) => one ?? []))
  const objects = written.flatMap(([, , object]) => object ?? [])
  expect(actions.length).toBeGreaterThan(50)
  expect(actions.filter((one) => !(one in actionWords))).toEqual([])
  expect(objects.filter((one) => !(one in objectWords))).toEqual([])
})
