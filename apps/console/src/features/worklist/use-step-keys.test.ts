import { expect, it } from 'vitest'
import { stepFrom } from './use-step-keys.ts'

const items = ['a', 'b', 'c']

it('walks from what is shown', () => {
  expect([stepFrom(items, 1, 1, 1), stepFrom(items, 1, 1, -1), stepFrom(items, 2, 2, 1), stepFrom(items, 0, 0, -1)]).toEqual([
    'c',
    'a',
    undefined,
    undefined,
  ])
})

it('goes on from the place of a matter that has left the list', () => {
  expect([stepFrom(items, -1, 1, 1), stepFrom(items, -1, 1, -1)]).toEqual(['b', 'a'])
})
