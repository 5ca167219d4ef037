import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import type { Pair } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { KnownFields } from './KnownFields.tsx'
import { RecordList, recordLine } from './RecordList.tsx'
import { peopleWords } from './words.ts'

type Person = Schemas['Person']

function Household({ of }: { readonly of: NonNullable<Person['household']> }): ReactElement {
  const t = useWords(peopleWords)
  return (
    <section>
      <h3>{t('household')}</h3>
      <ul className="plain-list">
        {of.map((one) => (
          <li key={one.id}>
            {one.near && !one.here ? (
              <Link to="/people" search={(before) => ({ ...before, at: one.id })}>
                {one.name}
              </Link>
            ) : (
              <span className={one.here ? '' : 'quiet'}>{one.name}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SplitForm({
  one,
  onDone,
  onCancel,
}: {
  readonly one: Person
  readonly onDone: () => void
  readonly onCancel: () => void
}): ReactElement {
  const t = useWords(peopleWords)
  const choices = one.records.map((record) => ({ value: record.id, say: recordLine(record) as Pair }))
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

/** A person: what is known, masked, where each comes from and why; household, records, and what a keeper may do. */
export function PersonDetail({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const found = useQuery({
    queryKey: ['person', id, purpose],
    queryFn: () => api.get<Person>(`/api/people/${id}`, { purpose }),
    refetchOnWindowFocus: false,
  })
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton shape="list" />
  const one = found.data
  const name = one.fields.find((field) => field.field === 'name')?.value ?? ''
  return (
    <div className="stack">
      <h2>
        {name} {one.age !== null && <span className="quiet small">{t('years', { n: one.age })}</span>}
      </h2>
      <p className="quiet">{one.area.name}</p>
      {one.minor && <Note>{t('minor')}</Note>}
      <KnownFields one={one} purpose={purpose} />
      {one.household && <Household of={one.household} />}
      <section>
        <h3>{t('records')}</h3>
        <RecordList records={one.records} say={say} />
      </section>
      {one.maySplit && (
        <Actions
          actions={[
            {
              key: 'split',
              label: t('split'),
              render: (close, done) => <SplitForm one={one} onCancel={close} onDone={() => done(t('splitDone'))} />,
            },
          ]}
        />
      )}
    </div>
  )
}
