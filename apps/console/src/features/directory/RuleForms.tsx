import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Actions } from '../../parts/Actions.tsx'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { severityWords } from '../cases/words.ts'
import { useCategoryNames } from './category-names.ts'
import { RulePrecedents } from './RulePrecedents.tsx'
import { aboutFields, ruleAnswers, ruleBody, ruleFields, ruleIdOf } from './rules.ts'
import { useUnitNames } from './unit-names.ts'
import { basisWords, directoryWords } from './words.ts'

type Rule = Schemas['DirectoryRule']

export function refreshDirectory(): void {
  for (const key of ['editions', 'rules', 'faults', 'effect']) void queries.invalidateQueries({ queryKey: [key] })
}

const newFields = [...aboutFields, ...ruleFields]

/** A new rule of the draft. */
export function NewRule({ edition, onDone }: { readonly edition: number; readonly onDone: () => void }): ReactElement {
  const t = useWords(directoryWords)
  return (
    <AskForm
      id={`new rule ${edition}`}
      title={t('addRule')}
      fields={newFields}
      submit={t('addRule')}
      send={(body, attempts) => api.put(`/api/directory/editions/${edition}/rules/${ruleIdOf(body)}`, ruleBody(body), { attempts })}
      onCancel={onDone}
      onDone={() => {
        refreshDirectory()
        onDone()
      }}
    />
  )
}

interface RuleCardProps {
  readonly edition: number
  readonly rule: Rule
  readonly isDraft: boolean
  readonly onGone: () => void
}

function RuleActions({ edition, rule, onGone, names }: RuleCardProps & { readonly names: (id: string) => string }): ReactElement {
  const t = useWords(directoryWords)
  const path = `/api/directory/editions/${edition}/rules/${rule.rule}`
  return (
    <Actions
      actions={[
        {
          key: 'change',
          label: t('changeRule'),
          render: (close, done) => (
            <AskForm
              id={`rule ${edition} ${rule.rule}`}
              title={t('changeRule')}
              fields={ruleFields}
              initial={ruleAnswers(rule)}
              units={[rule.lead, ...rule.support].map((id) => ({ id, name: names(id) }))}
              submit={t('changeRule')}
              send={(body, attempts) => api.put(path, { ...ruleBody(body), precedents: rule.precedents }, { attempts })}
              onCancel={close}
              onDone={() => {
                refreshDirectory()
                done()
              }}
            />
          ),
        },
        {
          key: 'drop',
          label: t('dropRule'),
          danger: true,
          render: (close) => (
            <AskForm
              id={`drop rule ${edition} ${rule.rule}`}
              title={t('dropRule')}
              fields={[]}
              submit={t('dropRule')}
              danger
              send={(_, attempts) => api.delete(path, { attempts })}
              onCancel={close}
              onDone={() => {
                refreshDirectory()
                onGone()
              }}
            />
          ),
        },
      ]}
    />
  )
}

/** One rule: what it is about, who leads, on what grounds. */
export function RuleCard(props: RuleCardProps): ReactElement {
  const { rule, isDraft } = props
  const t = useWords(directoryWords)
  const s = useWords(severityWords)
  const b = useWords(basisWords)
  const say = useSay()
  const names = useUnitNames([rule.lead, ...rule.support])
  const categoryOf = useCategoryNames()
  return (
    <div className="stack">
      <h2>{names(rule.lead)}</h2>
      <Facts
        of={[
          [t('category'), categoryOf(rule.category)],
          [t('area'), rule.area ? <AreaText key="area" code={rule.area} /> : t('wholeCity')],
          [t('severity'), rule.severity === null ? t('any') : s(rule.severity)],
          [t('lead'), names(rule.lead)],
          [t('support'), rule.support.map(names).join('、')],
          [t('basisKind'), b(rule.basisKind)],
          [t('basis'), say(rule.basis)],
          [t('grassRoots'), rule.grassRootsAllowed ? '✓' : '—'],
        ]}
      />
      <RulePrecedents ids={rule.precedents} />
      {isDraft && <RuleActions {...props} names={names} />}
    </div>
  )
}
