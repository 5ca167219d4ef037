import type { Schemas } from '@linli/api'
import type { Choice, Field } from '@linli/ui'
import { ask, may } from '../../parts/form/ask.ts'
import { limitWords } from './words.ts'

type Setting = Schemas['CaseSetting']
type Limit = Setting['clocks'][number]['limit']
type Answers = Readonly<Record<string, unknown>>

const units: readonly Choice[] = (['workingDays', 'naturalDays', 'hours', 'minutes'] as const).map((value) => ({
  value,
  say: limitWords[value],
}))

/** Two questions for each clock, and one for the steps that may be left out. */
export function fieldsFor(setting: Setting): Field[] {
  const clocks = setting.clocks.flatMap((clock) => [
    may(ask(`n ${clock.name}`, clock.say, 'number', { min: 1, max: 3650 })),
    may(
      ask(
        `unit ${clock.name}`,
        {
          zh: limitWords.unitOf.zh.replace('{{what}}', clock.say.zh),
          en: limitWords.unitOf.en.replace('{{what}}', clock.say.en.toLowerCase()),
        },
        'select',
        { choices: [...units], initial: clock.limit.unit },
      ),
    ),
  ])
  const steps = may(
    ask('skipped', limitWords.steps, 'choices', { choices: setting.optional.map((one) => ({ value: one.move, say: one.say })) }),
  )
  const share = may(
    ask('callbackPercent', limitWords.share, 'number', {
      min: setting.callback.least,
      max: 100,
      help: {
        zh: limitWords.fromNext.zh.replace('{{week}}', setting.callback.nextPeriod),
        en: limitWords.fromNext.en.replace('{{week}}', setting.callback.nextPeriod),
      },
    }),
  )
  return setting.optional.length > 0 ? [...clocks, steps, share] : [...clocks, share]
}

/** What the form begins with. */
export function answersOf(setting: Setting): Answers {
  const limits = Object.entries(setting.limits).flatMap(([name, limit]) => [
    [`n ${name}`, limit.n],
    [`unit ${name}`, limit.unit],
  ])
  return { ...Object.fromEntries(limits), skipped: setting.skipped, callbackPercent: setting.callback.nextPercent }
}

/** The request: a clock without a number follows the flow. */
export function settingBody(
  setting: Setting,
  answers: Answers,
): { readonly limits: Record<string, Limit>; readonly skipped: readonly string[]; readonly callbackPercent?: number } {
  const limits: Record<string, Limit> = {}
  for (const clock of setting.clocks) {
    const n = answers[`n ${clock.name}`]
    if (typeof n === 'number')
      limits[clock.name] = { n, unit: (answers[`unit ${clock.name}`] as Limit['unit'] | undefined) ?? clock.limit.unit }
  }
  const percent = answers['callbackPercent']
  return {
    limits,
    skipped: Array.isArray(answers['skipped']) ? answers['skipped'].map(String) : [],
    ...(typeof percent === 'number' && { callbackPercent: percent }),
  }
}
