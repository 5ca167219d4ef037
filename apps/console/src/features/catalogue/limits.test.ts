import { expect, it } from 'vitest'
import { changeBody, limitAnswers, limitsOf, newBody } from './limits.ts'

it('a clock without a number follows the flow', () => {
  expect(limitsOf({ finishN: 3, finishUnit: 'naturalDays', handOverUnit: 'hours' })).toEqual({ finish: { n: 3, unit: 'naturalDays' } })
  expect(limitsOf({})).toEqual({})
})

it('there and back', () => {
  const limits = { handOver: { n: 2, unit: 'hours' as const }, finish: { n: 7, unit: 'naturalDays' as const } }
  expect(limitsOf(limitAnswers(limits))).toEqual(limits)
})

it('a change carries the version and clears the dates that were taken out', () => {
  expect(changeBody({ plain: '路灯不亮', plainEn: 'A dark lamp', severity: 'small', home: false }, 4)).toEqual({
    version: 4,
    plain: { zh: '路灯不亮', en: 'A dark lamp' },
    severity: 'small',
    home: false,
    limits: {},
    words: '',
    validFrom: null,
    validTo: null,
  })
})

it('a new class leaves the words out when there are none', () => {
  expect(newBody({ group: '21', name: '路灯', nameEn: 'Lamp', plain: '不亮', plainEn: 'Dark', severity: 'small' })).toEqual({
    group: '21',
    name: { zh: '路灯', en: 'Lamp' },
    plain: { zh: '不亮', en: 'Dark' },
    severity: 'small',
    home: false,
    limits: {},
  })
})
