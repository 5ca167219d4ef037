import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { recordLine } from './RecordList.tsx'
import { peopleWords } from './words.ts'

type Person = Schemas['Person']

/** Which records are not this person's: they go to another. */
export function SplitForm({
  one,
  onDone,
  onCancel,
}: {
  readonly one: Person
  readonly onDone: () => void
  readonly onCancel: () => void
}): ReactElement {
  const t = useWords(peopleWords)
  const choices = one.records.map((record) => ({ value: record.id, say: recordLine(record) }))
  return (
    <AskForm
      id={`split ${one.id}`}
      title={t('split')}
      explain={t('splitExplain')}
      fields={[
        ask('records', peopleWords.splitRecords, 'choices', { choices }),
        ask('reason', peopleWords.splitWhy, 'longtext', { minLength: 2, maxLength: 500 }),
      ]}
      submit={t('split')}
      danger
      send={(body, attempts) => api.post(`/api/people/${one.id}/split`, body, { attempts })}
      onCancel={onCancel}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['person'] })
        onDone()
      }}
    />
  )
}
