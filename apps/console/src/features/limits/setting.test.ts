import { expect, it } from 'vitest'
import { answersOf, fieldsFor, settingBody } from './setting.ts'

const say = (zh: string) => ({ zh, en: zh })
const setting = {
  scope: '210911',
  since: null,
  limits: { finish: { n: 5, unit: 'workingDays' as const } },
  skipped: ['askExtension'],
  clocks: [
    { name: 'handOver', say: say('交办'), limit: { n: 1, unit: 'workingDays' as const } },
    { name: 'finish', say: say('办结'), limit: { n: 7, unit: 'naturalDays' as const } },
  ],
  callback: { percent: 100, nextPercent: 60, nextPeriod: '2026-W49', least: 5 },
  optional: [{ move: 'askExtension', say: say('申请延期') }],
}

it('asks a number and a unit for each clock, and for the steps', () => {
  expect(fieldsFor(setting).map((field) => field.name)).toEqual([
    'n handOver',
    'unit handOver',
    'n finish',
    'unit finish',
    'skipped',
    'callbackPercent',
  ])
  expect(fieldsFor({ ...setting, optional: [] }).at(-2)?.name).toBe('unit finish')
})

it('there and back; what is blank follows the flow', () => {
  expect(settingBody(setting, answersOf(setting))).toEqual({ limits: setting.limits, skipped: ['askExtension'], callbackPercent: 60 })
  expect(settingBody(setting, { 'n handOver': 2 })).toEqual({ limits: { handOver: { n: 2, unit: 'workingDays' } }, skipped: [] })
})
