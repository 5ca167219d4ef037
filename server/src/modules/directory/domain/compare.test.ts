import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare } from './compare.ts'
import { type Entry, ruleId } from './directory.ts'

const entry = (about: Partial<Entry>): Entry => ({
  category: '',
  area: '',
  severity: null,
  lead: 'government',
  support: [],
  basisKind: 'law',
  basis: { zh: '某法', en: 'some law' },
  grassRootsAllowed: false,
  precedents: [],
  ...about,
})

it('names what came, what went and what says something else, with the parts that differ', () => {
  const before = [entry({}), entry({ category: '20', support: ['a', 'b'] }), entry({ category: '21' })]
  const after = [
    entry({ lead: 'bureau', grassRootsAllowed: true }),
    entry({ category: '20', support: ['b', 'a'] }),
    entry({ category: '22', precedents: ['x'] }),
  ]
  expect(compare(before, after).map((one) => `${one.kind} ${one.rule} ${one.parts.join()}`)).toEqual([
    'removed 21.all.any ',
    'added 22.all.any ',
    'changed all.all.any lead,grassRootsAllowed',
  ])
})

it('finds nothing between equals, and the other way round what came is what went', () => {
  const some = fc.array(
    fc.record({ category: fc.constantFrom('', '20', '21'), area: fc.constantFrom('', '2109'), lead: fc.constantFrom('a', 'b') }).map(entry),
  )
  const asRules = (entries: readonly Entry[]) => [...new Map(entries.map((one) => [ruleId(one), one])).values()]
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [left, right] = [asRules(one), asRules(other)]
      expect(compare(left, left)).toEqual([])
      const kinds = (kind: string, changes: ReturnType<typeof compare>) =>
        changes.filter((each) => each.kind === kind).map((each) => each.rule)
      expect(kinds('added', compare(left, right))).toEqual(kinds('removed', compare(right, left)))
      expect(kinds('changed', compare(left, right))).toEqual(kinds('changed', compare(right, left)))
    }),
    { numRuns: 100 },
  )
})
