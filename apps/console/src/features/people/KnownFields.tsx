import { Problem } from '@linli/api'
import type { Schemas } from '@linli/api'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { peopleWords } from './words.ts'

type Person = Schemas['Person']
type FieldOf = Person['fields'][number]

function Known({
  field,
  shown,
  onShow,
}: {
  readonly field: FieldOf
  readonly shown: string | undefined
  readonly onShow: (() => void) | null
}): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  return (
    <div>
      <dt>{say(field.say)}</dt>
      <dd>
        <span className={field.sealed ? 'number' : ''}>{shown ?? field.value}</span>{' '}
        {onShow && shown === undefined && (
          <button type="button" className="link-button no-print" onClick={onShow} aria-label={`${t('show')} ${say(field.say)}`}>
            {t('show')}
          </button>
        )}
        <br />
        <span className="quiet small">
          {t('from', { source: say(field.source), day: field.asOf })} · {say(field.because)}
        </span>
        {field.others.length > 0 && (
          <details className="small quiet">
            <summary>{t('othersSay', { n: field.others.length })}</summary>
            <ul className="plain-list">
              {field.others.map((other) => (
                <li key={`${say(other.source)} ${other.asOf} ${other.value}`}>
                  <span className="number">{other.value}</span> · {t('from', { source: say(other.source), day: other.asOf })} ·{' '}
                  {t('trust', { n: other.trust })}
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </div>
  )
}

/** Each field with its source and the reason for it; one may be shown in the clear, and the person sees that it was. */
export function KnownFields({
  one,
  purpose,
  opened,
}: {
  readonly one: Person
  readonly purpose: string
  readonly opened: Readonly<Record<string, string>>
}): ReactElement {
  const t = useWords(peopleWords)
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const show = async (field: string): Promise<void> => {
    try {
      setProblem(null)
      const { value } = await api.post<Schemas['RevealedField']>(`/api/people/${one.id}/reveal`, { field, purpose })
      setShown((before) => ({ ...before, [field]: value ?? '' }))
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      else throw error
    }
  }
  return (
    <section>
      <h3>{t('fields')}</h3>
      {problem && (
        <Note tone="late" alert>
          {problem.detail || problem.code}
        </Note>
      )}
      <dl className="facts">
        {one.fields.map((field) => (
          <Known
            key={field.field}
            field={field}
            shown={opened[field.field] ?? shown[field.field]}
            onShow={field.sealed && one.mayReveal ? () => void show(field.field) : null}
          />
        ))}
      </dl>
    </section>
  )
}
