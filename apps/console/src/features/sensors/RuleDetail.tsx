import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { Actions } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { answersOf, changeFields, testOf } from './rule-forms.ts'
import { sensorWords } from './words.ts'

type Rule = Schemas['DeviceRule']
type Kind = Schemas['DeviceKind'] | undefined

export const refreshRules = (): void => void queries.invalidateQueries({ queryKey: ['device-rules'] })

/** A rule's test in words. */
export function useTestText(): (rule: Rule, kind: Kind) => string {
  const t = useWords(sensorWords)
  return ({ test, measure }, kind) => {
    const unit = kind?.measures.find((one) => one.key === measure)?.unit ?? ''
    switch (test.kind) {
      case 'above':
        return t('saidAbove', { limit: test.limit, clear: test.clear, unit, n: test.readings })
      case 'below':
        return t('saidBelow', { limit: test.limit, clear: test.clear, unit, n: test.readings })
      case 'rate':
        return t('saidRate', { limit: test.limit, unit, minutes: test.minutes })
      case 'silence':
        return t('saidSilence', { minutes: test.minutes })
      case 'unusual':
        return t('saidUnusual', { limit: test.limit, n: test.readings })
    }
  }
}

/** One rule: when it holds, and what becomes of its alarms. */
export function RuleDetail({ rule, kind }: { readonly rule: Rule; readonly kind: Kind }): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const testText = useTestText()
  const isKeeper = useIs('systemAdmin')
  const path = `/api/device-rules/${rule.code}`
  const turn = rule.enabled ? t('turnOff') : t('turnOn')
  const measure = kind?.measures.find((one) => one.key === rule.measure)
  const saved = (done: () => void) => (): void => {
    refreshRules()
    done()
  }
  return (
    <div className="stack">
      <h2>{say(rule.say)}</h2>
      <Facts
        of={[
          [t('code'), rule.code],
          [t('kind'), kind && say(kind.say)],
          [t('measure'), measure && say(measure.say)],
          [t('test'), testText(rule, kind)],
          [t('category'), rule.category === null ? t('noMatter') : `${rule.category} · ${t('waits', { n: rule.waitSeconds })}`],
        ]}
      />
      {isKeeper && (
        <Actions
          actions={[
            {
              key: 'change',
              label: t('change'),
              render: (close, done) => (
                <AskForm
                  id={`device rule ${rule.code} ${rule.version}`}
                  title={t('change')}
                  fields={changeFields(rule.test)}
                  initial={answersOf(rule)}
                  submit={t('change')}
                  send={(body, attempts) =>
                    api.patch(
                      path,
                      {
                        version: rule.version,
                        test: testOf(rule.test.kind, body),
                        category: body['category'] ?? null,
                        waitSeconds: body['waitSeconds'],
                      },
                      { attempts },
                    )
                  }
                  onCancel={close}
                  onDone={saved(done)}
                />
              ),
            },
            {
              key: 'turn',
              label: turn,
              danger: rule.enabled,
              render: (close, done) => (
                <AskForm
                  id={`turn device rule ${rule.code}`}
                  title={turn}
                  fields={[]}
                  submit={turn}
                  danger={rule.enabled}
                  send={(_, attempts) => api.patch(path, { version: rule.version, enabled: !rule.enabled }, { attempts })}
                  onCancel={close}
                  onDone={saved(done)}
                />
              ),
            },
          ]}
        />
      )}
    </div>
  )
}
