import { dateSay, useLang, useNow } from '@linli/ui'
import type { Pair } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { Named } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { Actions } from '../../parts/Actions.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { answeringUnits, refreshAnswers, removeAnswer, useAnswers } from './answers.ts'
import type { Answer } from './answers.ts'
import { answerWords } from './words.ts'

const route = getRouteApi('/desk/answers')
const words = [
  ask('title', answerWords.name, 'text', { help: answerWords.nameHelp, maxLength: 60 }),
  ask('text', answerWords.text, 'longtext', { help: answerWords.textHelp, minLength: 2, maxLength: 2000 }),
]

function NewAnswer({
  units,
  onDone,
  onCancel,
}: {
  readonly units: readonly Named[]
  readonly onDone: () => void
  readonly onCancel: () => void
}): ReactElement {
  const t = useWords(answerWords)
  const same = (name: string): Pair => ({ zh: name, en: name })
  const choices = units.map((unit) => ({ value: unit.id, say: same(unit.name) }))
  const fields = units.length > 1 ? [ask('unit', answerWords.unit, 'choice', { choices }), ...words] : words
  return (
    <AskForm<Answer>
      id="new answer"
      title={t('add')}
      fields={fields}
      submit={t('keep')}
      send={(body, attempts) => api.post('/api/answer-templates', body, { attempts })}
      onCancel={onCancel}
      onDone={() => {
        void refreshAnswers()
        onDone()
      }}
    />
  )
}

function AnswerDetail({
  answer,
  unit,
  onGone,
}: {
  readonly answer: Answer
  readonly unit: string
  readonly onGone: () => void
}): ReactElement {
  const t = useWords(answerWords)
  const lang = useLang()
  const now = useNow()
  return (
    <div className="stack">
      <h2>{answer.title}</h2>
      <p className="kept-answer">{answer.text}</p>
      <Facts
        of={[
          [t('unit'), unit],
          [t('changed'), dateSay(answer.changedAt, now, lang)],
        ]}
      />
      <Actions
        actions={[
          {
            key: 'remove',
            label: t('remove'),
            danger: true,
            render: (close) => (
              <AskForm
                id={`remove answer ${answer.id}`}
                explain={t('removeExplain')}
                fields={[]}
                submit={t('remove')}
                danger
                send={() => removeAnswer(answer.id)}
                onCancel={close}
                onDone={onGone}
              />
            ),
          },
        ]}
      />
    </div>
  )
}

/** The answers that one's own units keep. */
export function Answers(): ReactElement {
  const t = useWords(answerWords)
  const lang = useLang()
  const now = useNow()
  const me = useMe()
  const units = answeringUnits(me.data)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const found = useAnswers()
  const items = found.data ?? []
  const shown = items.find((answer) => answer.id === search.at)
  const nameOf = (id: string): string => units.find((unit) => unit.id === id)?.name ?? id
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const add = <Button onClick={() => setAdding(true)}>{t('add')}</Button>
  const form = adding && <NewAnswer units={units} onDone={() => setAdding(false)} onCancel={() => setAdding(false)} />
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={add}
      side={form || (shown && <AnswerDetail key={shown.id} answer={shown} unit={nameOf(shown.unit)} onGone={close} />)}
      onClose={close}
    >
      <ListFrame query={found} empty={t('empty')} emptyAction={adding ? null : add}>
        <DataTable<Answer>
          name="answers"
          caption={t('title')}
          rows={items}
          keyOf={(answer) => answer.id}
          here={(answer) => answer.id === search.at}
          columns={[
            {
              key: 'title',
              title: t('name'),
              main: true,
              render: (answer) => (
                <Link to="/answers" search={{ at: answer.id }} className="cell-title" onClick={() => setAdding(false)}>
                  {answer.title}
                </Link>
              ),
            },
            { key: 'text', title: t('text'), wide: true, render: (answer) => <span className="kept-answer-line">{answer.text}</span> },
            { key: 'unit', title: t('unit'), wide: true, render: (answer) => nameOf(answer.unit) },
            { key: 'at', title: t('changed'), right: true, render: (answer) => dateSay(answer.changedAt, now, lang) },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
