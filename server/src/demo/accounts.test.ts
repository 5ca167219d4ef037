import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { accountCards } from './accounts.ts'
import { makeGround } from './ground/index.ts'

it('stands in docs/demo-accounts.json as it is seeded', () => {
  const file = new URL('../../../docs/demo-accounts.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(accountCards(makeGround('small')))
})
