import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Draft } from './draft.ts'
import type { Person } from './person.ts'
import { beats, type Claim, winner } from './winner.ts'

const claim = (over: Partial<Claim>): Claim => ({ record: 'r1', source: 'civil', trust: 60, asOf: '2026-01-01', value: 'a', ...over })

describe('the value that is taken', () => {
  it('is that of the source believed more, unless the other is much newer', () => {
    const police = claim({ record: 'p', source: 'police', trust: 70, asOf: '2020-01-01', value: 'old home' })
    const visit = (asOf: string) => claim({ record: 'v', source: 'community', trust: 60, asOf, value: 'new home' })
    expect(winner([police, visit('2020-12-01')])).toMatchObject({ claim: { value: 'old home' }, because: 'trusted' })
    expect(winner([police, visit('2021-02-01')])).toMatchObject({ claim: { value: 'new home' }, because: 'newer' })
  })

  it('says when it is the only one, when all agree, and when nothing but order decides', () => {
    expect(winner([])).toBeNull()
    expect(winner([claim({})])?.because).toBe('only')
    expect(winner([claim({}), claim({ record: 'r2', trust: 90 })])?.because).toBe('agreed')
    expect(winner([claim({ record: 'r2', value: 'b' }), claim({ record: 'r1' })])).toMatchObject({
      claim: { record: 'r1' },
      because: 'first',
    })
  })

  const arbitrary = fc.record({
    record: fc.stringMatching(/^[a-f0-9]{6}$/),
    source: fc.constantFrom('police', 'civil', 'community'),
    trust: fc.integer({ min: 0, max: 100 }),
    asOf: fc.integer({ min: 0, max: 4000 }).map((day) => new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10)),
    value: fc.constantFrom('a', 'b', 'c'),
  })
  const many = fc.uniqueArray(arbitrary, { selector: (one) => one.record, minLength: 1, maxLength: 6 })

  it('is the same in whatever order records come', () => {
    fc.assert(
      fc.property(many, fc.integer(), (claims, at) => {
        const turned = [...claims.slice(Math.abs(at) % claims.length), ...claims.slice(0, Math.abs(at) % claims.length)].reverse()
        expect(winner(turned)).toEqual(winner(claims))
        for (const [one, other] of claims.flatMap((a) => claims.map((b) => [a, b] as const)))
          if (one.record !== other.record) expect(beats(one, other)).toBe(!beats(other, one))
      }),
    )
  })

  it('is what a person has after hearing the records one by one', () => {
    const person: Person = {
      region: '990901',
      id: 'p',
      area: '990901',
      state: 'kept',
      born: null,
      sex: null,
      ethnicity: null,
      household_id: null,
      block: null,
      won: {},
      joined_into: null,
      version: 1,
    }
    fc.assert(
      fc.property(many, (claims) => {
        const draft = new Draft(person, true)
        for (const one of claims)
          draft.hear({ phone: one.value }, { record: one.record, source: one.source, asOf: one.asOf, trust: { all: one.trust } })
        expect(draft.values.phone).toBe(winner(claims)?.claim.value)
        expect(draft.person.won.phone?.record).toBe(winner(claims)?.claim.record)
      }),
    )
  })
})
