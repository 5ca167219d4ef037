import fc from 'fast-check'
import { expect, it } from 'vitest'

it('tries properties on the examples of one seed unless others are asked for', () => {
  const asked = process.env['LINLI_SEED'] ?? '20261129'
  expect(fc.readConfigureGlobal()).toEqual(asked === 'random' ? {} : { seed: Number(asked) })
})
