import { Button } from 'antd'
import type { Answers } from '@linli/ui'
import type { ReactElement } from 'react'
import type { CaseView, Named } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { caseWords } from './words.ts'

/** What the dispatch form begins with when the matter is to go to this unit. */
export function dispatchAnswers(one: CaseView, lead: Named): Answers {
  const support = (one.suggestion?.support ?? []).filter((unit) => unit.id !== lead.id).map((unit) => unit.id)
  return { lead: lead.id, support, category: one.category.code, severity: one.severity }
}

interface SuggestionPanelProps {
  readonly one: CaseView
  /** Opens the dispatch form with these answers; null when this person may not dispatch. */
  readonly onUse: ((answers: Answers) => void) | null
}

/** Whom the directory would send it to, why, and who else could be meant. */
export function SuggestionPanel({ one, onUse }: SuggestionPanelProps): ReactElement | null {
  const t = useWords(caseWords)
  const say = useSay()
  const { suggestion } = one
  if (!suggestion) return null
  const { lead, support, alternatives } = suggestion
  return (
    <section className="suggestion">
      <h2>{t('suggestion')}</h2>
      {lead ? (
        <div className="suggestion-lead">
          <span>
            <b>{lead.name}</b> <span className="quiet">{t('lead')}</span>
            {support.map((unit) => (
              <span key={unit.id}>
                {' · '}
                {unit.name} <span className="quiet">{t('support')}</span>
              </span>
            ))}
          </span>
          {onUse && <Button onClick={() => onUse(dispatchAnswers(one, lead))}>{t('useSuggestion')}</Button>}
        </div>
      ) : (
        <p>{t('noSuggestion')}</p>
      )}
      <p className="suggestion-why">
        <span className="quiet">{t('because')} </span>
        {say(suggestion.because)}
      </p>
      {alternatives.length > 0 && (
        <ul className="suggestion-others">
          {alternatives.map(({ unit, because, whyNot }) => (
            <li key={unit.id}>
              <span className="quiet">{t('alternatives')} </span>
              {unit.name}
              <span className="quiet">
                {' '}
                · {say(because)} {t('notChosen', { why: say(whyNot) })}
              </span>
              {onUse && (
                <button type="button" className="link-button no-print" onClick={() => onUse(dispatchAnswers(one, unit))}>
                  {t('choose')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
