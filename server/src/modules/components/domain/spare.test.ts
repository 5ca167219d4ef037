import { expect, it } from 'vitest'
import { fits } from './spare.ts'

it.each([
  ['bought', 3, true],
  ['bought', -3, false],
  ['used', -1, true],
  ['used', 1, false],
  ['counted', -2, true],
  ['counted', 2, true],
  ['counted', 0, false],
  ['returned', 1.5, false],
  ['scrapped', -4, true],
] as const)('%s by %d: %s', (because, change, expected) => expect(fits(because, change)).toBe(expected))
