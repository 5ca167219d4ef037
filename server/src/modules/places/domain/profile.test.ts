import { expect, it } from 'vitest'
import { difficulties } from './profile.ts'

it('counts n of N from the registers, and says where none holds it', () => {
  const compounds = [{ kinds: ['old', 'open'] }, { kinds: ['old'] }, { kinds: ['commodity'] }]
  const said = difficulties({ compounds, tenure: { known: 40, rented: 12 } }).map(({ code, n, of }) => [code, n, of])
  expect(said).toEqual([
    ['oldCompounds', 2, 3],
    ['elders', null, null],
    ['tenants', 12, 40],
    ['disputes', null, null],
    ['openCompounds', 1, 3],
  ])
})
