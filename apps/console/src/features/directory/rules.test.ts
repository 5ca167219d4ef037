import { expect, it } from 'vitest'
import { ruleAnswers, ruleBody, ruleIdOf } from './rules.ts'

it('the id says what a rule is about; what is blank is everything', () => {
  expect(ruleIdOf({ category: '21004', area: '210911' })).toBe('21004.210911.any')
  expect(ruleIdOf({ severity: 'small' })).toBe('all.all.small')
})

it('a rule may name a unit, or the body of the place', () => {
  const rule = {
    rule: '20.all.small',
    category: '20',
    area: '',
    severity: 'small' as const,
    lead: '@property',
    support: ['x'],
    basisKind: 'law' as const,
    basis: { zh: '条例', en: 'Act' },
    grassRootsAllowed: true,
    precedents: [],
  }
  expect(ruleBody(ruleAnswers(rule))).toEqual({
    lead: '@property',
    support: ['x'],
    basisKind: 'law',
    basis: { zh: '条例', en: 'Act' },
    grassRootsAllowed: true,
  })
  expect(ruleBody(ruleAnswers({ ...rule, lead: 'housing' }))).toMatchObject({ lead: 'housing' })
})
