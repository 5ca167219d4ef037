import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { answeringUnits, useAnswers, withAnswer } from './answers.ts'
import { answerWords } from './words.ts'

interface PickAnswerProps {
  /** Whose answers: the unit that has the order. */
  readonly unit: string
  readonly typed: string
  readonly onPick: (text: string) => void
}

/** Under the words of a feedback: the unit's kept answers, to begin with. What was typed stays in front. */
export function PickAnswer({ unit, typed, onPick }: PickAnswerProps): ReactElement | null {
  const t = useWords(answerWords)
  const me = useMe()
  const keeps = answeringUnits(me.data).some((one) => one.id === unit)
  const found = useAnswers(keeps)
  if (!keeps) return null
  const answers = found.data?.filter((answer) => answer.unit === unit) ?? []
  const pick = (id: string): void => {
    const answer = answers.find((one) => one.id === id)
    if (answer) onPick(withAnswer(typed, answer.text))
  }
  return (
    <div className="row small">
      {answers.length > 0 && (
        <Select<string>
          className="answer-picker"
          aria-label={t('pick')}
          placeholder={t('pick')}
          value={null}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          options={answers.map((answer) => ({ value: answer.id, label: answer.title }))}
          onSelect={pick}
        />
      )}
      <Link to="/answers">{t('toPage')}</Link>
    </div>
  )
}
