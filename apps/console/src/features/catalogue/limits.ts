import type { Schemas } from '@linli/api'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { severityWords } from '../cases/words.ts'
import { catalogueWords } from './words.ts'

const w = catalogueWords
type Limits = Schemas['CityCategory']['limits']
type Unit = NonNullable<Limits['finish']>['unit']

const clocks = ['handOver', 'acknowledge', 'finish'] as const
const unitChoices = choicesFrom({ workingDays: w.workingDays, naturalDays: w.naturalDays, hours: w.hours, minutes: w.minutes })

/** Two questions for each clock: how many, and of what. */
const limitFields = clocks.flatMap((clock) => [
  may(ask(`${clock}N`, w[clock], 'number', { min: 1, max: 3650 })),
  may(
    ask(
      `${clock}Unit`,
      { zh: w.unitFor.zh.replace('{{what}}', w[clock].zh), en: w.unitFor.en.replace('{{what}}', w[clock].en.toLowerCase()) },
      'select',
      {
        choices: unitChoices,
        initial: 'workingDays',
      },
    ),
  ),
])

const severity = ask('severity', w.severity, 'choice', { choices: choicesFrom(severityWords) })
const home = ask('home', w.home, 'yesNo', { help: w.homeHelp, initial: false })
const plain = [ask('plain', w.plain, 'longtext', { maxLength: 200 }), ask('plainEn', w.plainEn, 'longtext', { maxLength: 200 })]
const words = may(ask('words', w.words, 'longtext', { help: w.wordsHelp, maxLength: 2000 }))

/** What may be changed of a class. */
export const changeFields = [
  ...plain,
  severity,
  home,
  ...limitFields,
  may(ask('validFrom', w.validFrom, 'date')),
  may(ask('validTo', w.validTo, 'date')),
  words,
]

/** What a class of the city's own is asked. */
export const newFields = [
  ask('group', w.group, 'text', { minLength: 2, maxLength: 2 }),
  ask('name', w.name, 'text', { maxLength: 40 }),
  ask('nameEn', w.nameEn, 'text', { maxLength: 40 }),
  ...plain,
  severity,
  home,
  ...limitFields,
  words,
]

/** The answers to the questions of limits, from what the class has. */
export function limitAnswers(limits: Limits): Record<string, unknown> {
  return Object.fromEntries(
    clocks.flatMap((clock) => [
      [`${clock}N`, limits[clock]?.n],
      [`${clock}Unit`, limits[clock]?.unit ?? 'workingDays'],
    ]),
  )
}

/** The limits out of the answers; a clock without a number follows the flow. */
export function limitsOf(answers: Readonly<Record<string, unknown>>): Limits {
  const limits: Limits = {}
  for (const clock of clocks) {
    const n = answers[`${clock}N`]
    if (typeof n === 'number') limits[clock] = { n, unit: (answers[`${clock}Unit`] as Unit | undefined) ?? 'workingDays' }
  }
  return limits
}

const pair = (zh: unknown, en: unknown): { zh: string; en: string } => ({ zh: String(zh ?? ''), en: String(en ?? '') })

/** The request that changes a class. */
export function changeBody(answers: Readonly<Record<string, unknown>>, version: number): Record<string, unknown> {
  return {
    version,
    plain: pair(answers['plain'], answers['plainEn']),
    severity: answers['severity'],
    home: answers['home'],
    limits: limitsOf(answers),
    words: answers['words'] ?? '',
    validFrom: answers['validFrom'] ?? null,
    validTo: answers['validTo'] ?? null,
  }
}

/** The request that adds one. */
export function newBody(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    group: answers['group'],
    name: pair(answers['name'], answers['nameEn']),
    plain: pair(answers['plain'], answers['plainEn']),
    severity: answers['severity'],
    home: answers['home'] ?? false,
    limits: limitsOf(answers),
    ...(answers['words'] !== undefined && { words: answers['words'] }),
  }
}
