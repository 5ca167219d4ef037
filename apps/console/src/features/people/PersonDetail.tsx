import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { Note } from '../../parts/Note.tsx'
import { KnownFields } from './KnownFields.tsx'
import { usePersonActions } from './person-actions.tsx'
import { RecordList } from './RecordList.tsx'
import { peopleWords } from './words.ts'

type Person = Schemas['Person']

function Tags({ of }: { readonly of: Person['tags'] }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  return (
    <section>
      <h3>{t('tags')}</h3>
      {of.length === 0 && <p className="quiet">{t('noTags')}</p>}
      <ul className="plain-list">
        {of.map((tag) => (
          <li key={tag.category}>
            {say(tag.name)} {tag.to !== null && <span className="quiet small">{t('until', { day: tag.to })}</span>}
            <br />
            <span className="quiet small">{tag.because.map(say).join('；')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

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

/** A person: what is known, masked, where each comes from and why; household, records, and what a keeper may do. */
export function PersonDetail({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactElement {
  const found = useQuery({
    queryKey: ['person', id, purpose],
    queryFn: () => api.get<Person>(`/api/people/${id}`, { purpose }),
    refetchOnWindowFocus: false,
  })
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton shape="list" />
  return <Shown one={found.data} purpose={purpose} />
}

function Shown({ one, purpose }: { readonly one: Person; readonly purpose: string }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({})
  const actions = usePersonActions(one, setOpened)
  const name = one.fields.find((field) => field.field === 'name')?.value ?? ''
  return (
    <div className="stack">
      <h2>
        {name} {one.age !== null && <span className="quiet small">{t('years', { n: one.age })}</span>}
      </h2>
      <p className="quiet">{one.area.name}</p>
      {one.minor && <Note>{t(one.consent === true ? 'consentGiven' : 'minor')}</Note>}
      <KnownFields one={one} purpose={purpose} opened={opened} />
      <Tags of={one.tags} />
      {one.household && <Household of={one.household} />}
      <section>
        <h3>{t('records')}</h3>
        <RecordList records={one.records} say={say} />
      </section>
      <Actions actions={actions} />
    </div>
  )
}
