import type { Schemas } from '@linli/api'
import type { Field } from '@linli/ui'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { sensorWords as w } from './words.ts'

type Test = Schemas['DeviceRuleTest']
type Answers = Readonly<Record<string, unknown>>

const limit = ask('limit', w.limit, 'number', { help: w.limitHelp })
const clear = ask('clear', w.clear, 'number', { help: w.clearHelp })
const readings = ask('readings', w.readings, 'number', { min: 1, max: 20, initial: 1 })
const minutes = ask('minutes', w.minutes, 'number', { min: 1, max: 43_200 })
const way = ask('way', w.way, 'choice', { choices: choicesFrom({ rise: w.rise, fall: w.fall, both: w.both }), initial: 'both' })

/** What each test asks. */
const testFields: Readonly<Record<Test['kind'], readonly Field[]>> = {
  above: [limit, clear, readings],
  below: [limit, clear, readings],
  rate: [way, limit, clear, minutes],
  silence: [minutes],
  unusual: [limit, clear, readings],
}

const wait = ask('waitSeconds', w.wait, 'number', { min: 0, max: 86_400, initial: 300 })
const category = may(ask('category', w.category, 'category', { help: w.categoryHelp }))

/** What may be changed of a rule. */
export const changeFields = (test: Test): readonly Field[] => [...testFields[test.kind], category, wait]

/** What a new rule is asked, once its kind of device and its test are chosen. */
export const newFields = (kind: Test['kind'], measures: Schemas['DeviceKind']['measures']): readonly Field[] => [
  ask('code', w.code, 'text', { maxLength: 40, help: w.codeHelp }),
  ask('name', w.name, 'text', { maxLength: 40 }),
  ask('nameEn', w.nameEn, 'text', { maxLength: 80 }),
  ...(kind === 'silence'
    ? []
    : [ask('measure', w.measure, 'select', { choices: measures.map((one) => ({ value: one.key, say: one.say })) })]),
  ...testFields[kind],
  category,
  wait,
]

/** The test out of the answers. */
export function testOf(kind: Test['kind'], answers: Answers): Record<string, unknown> {
  return { kind, ...Object.fromEntries(testFields[kind].map(({ name }) => [name, answers[name]])) }
}

/** The answers to begin a change with. */
export function answersOf(rule: Schemas['DeviceRule']): Record<string, unknown> {
  const { kind: _, ...test } = rule.test
  return { ...test, category: rule.category ?? undefined, waitSeconds: rule.waitSeconds }
}

/** The request that adds a rule. */
export function newBody(deviceKind: string, kind: Test['kind'], answers: Answers): Record<string, unknown> {
  return {
    code: answers['code'],
    deviceKind,
    measure: kind === 'silence' ? null : answers['measure'],
    say: { zh: answers['name'], en: answers['nameEn'] },
    test: testOf(kind, answers),
    category: answers['category'] ?? null,
    waitSeconds: answers['waitSeconds'],
  }
}
