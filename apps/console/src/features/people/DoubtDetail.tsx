import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton, StateTag, ToneMark } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { RecordList } from './RecordList.tsx'
import { useDecisions } from './use-decisions.tsx'
import { peopleWords } from './words.ts'

type Doubt = Schemas['Doubt']

const tones = { same: 'done', differs: 'late', unknown: 'waiting' } as const

function Compared({ one }: { readonly one: Doubt }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  return (
    <table className="table pair-table">
      <caption className="l-hidden">{t('compared')}</caption>
      <thead>
        <tr>
          <th scope="col" aria-label={t('fields')} />
          <th scope="col">{t('known')}</th>
          <th scope="col">{t('came')}</th>
        </tr>
      </thead>
      <tbody>
        {one.fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">
              {say(field.say)}
              {(field.one !== null || field.other !== null) && (
                <span className={`pair-alike l-tone-${tones[field.alike]}`}>
                  <ToneMark tone={tones[field.alike]} /> {t(field.alike)}
                </span>
              )}
            </th>
            <td className="number">{field.one ?? '–'}</td>
            <td className="number">{field.other ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A doubtful pair: score and reasons, both side by side, their records, and the decision. */
export function DoubtDetail({ id }: { readonly id: string }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const found = useQuery({ queryKey: ['doubt', id], queryFn: () => api.get<Doubt>(`/api/doubts/${id}`), refetchOnWindowFocus: false })
  const actions = useDecisions('/api/doubts', found.data)
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton shape="list" />
  const one = found.data
  return (
    <div className="stack">
      <h2>{t('review')}</h2>
      <p>
        <StateTag tone={one.state === 'open' ? 'waiting' : 'done'}>{say(one.stateSay)}</StateTag>{' '}
        <span className="quiet">{one.areaName}</span>
      </p>
      <p>{one.reasons.map(say).join('，')}</p>
      <p className="quiet small">{t('scoreOf', { n: one.score })}</p>
      <Compared one={one} />
      {one.sides.map((side, at) => (
        <section key={side.id}>
          <h3>
            {t(at === 0 ? 'known' : 'came')} <span className="quiet small">{side.areaName}</span>
          </h3>
          <RecordList records={side.records} say={say} />
          {side.near && one.state === 'open' && (
            <Link to="/people" search={{ at: side.id, purpose: 'registerCheck' }}>
              {t('open')}
            </Link>
          )}
        </section>
      ))}
      <Actions key={one.id} actions={actions} />
    </div>
  )
}
