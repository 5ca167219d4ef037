import type { Schemas } from '@linli/api'
import { dateSay, ErrorState, Skeleton, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useDecisions } from './use-decisions.tsx'
import { peopleWords } from './words.ts'

type Request = Schemas['PersonRequest']

/** A request of a person, or an emergency opening: what was said, and what may be done. */
export function RequestDetail({ id }: { readonly id: string }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const found = useQuery({ queryKey: ['person-request', id], queryFn: () => api.get<Request>(`/api/person-requests/${id}`) })
  const actions = useDecisions('/api/person-requests', found.data)
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton shape="list" />
  const one = found.data
  return (
    <div className="stack">
      <h2>{[say(one.kindSay), say(one.fieldSay)].filter(Boolean).join(' · ')}</h2>
      <p>
        <StateTag tone={one.state === 'asked' ? 'waiting' : 'done'}>{say(one.stateSay)}</StateTag>
      </p>
      <Facts
        of={[
          [
            t('who'),
            one.person && (
              <Link key="person" to="/people" search={{ at: one.person.id, purpose: 'registerCheck' }}>
                {one.person.name}
              </Link>
            ),
          ],
          [t('openedBy'), one.post],
          [t('grid'), one.areaName],
          [t('made'), dateSay(one.madeAt, now, lang)],
        ]}
      />
      <section>
        <h3>{t('said')}</h3>
        <ul className="plain-list">
          {one.words.map((word) => (
            <li key={`${word.move} ${word.at}`}>{word.words ?? t('erased')}</li>
          ))}
        </ul>
      </section>
      <Actions key={one.id} actions={actions} />
    </div>
  )
}
