import { expect, it } from 'vitest'
import { treeOf } from './tree.ts'

it('puts each row under its parent; a parent out of sight makes a root', () => {
  const rows = [
    { id: 'b', parent: 'a' },
    { id: 'a', parent: 'elsewhere' },
    { id: 'c', parent: 'b' },
    { id: 'd', parent: null },
  ]
  const [first, second] = treeOf(rows)
  expect(first?.node.id).toBe('a')
  expect(first?.below[0]?.node.id).toBe('b')
  expect(first?.below[0]?.below[0]?.node.id).toBe('c')
  expect(second?.node.id).toBe('d')
})
