import type { Schemas } from '@linli/api'
import { dateSay, useLang } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { togetherWords, verdictWords } from './words.ts'

interface TogetherProps {
  readonly one: CaseView
  readonly now: Date
}

/** The reports that are one work with this matter, each with its reporter's own verdict, and where this one goes on. */
export function Together({ one, now }: TogetherProps): ReactElement | null {
  const t = useWords(togetherWords)
  const v = useWords(verdictWords)
  const say = useSay()
  const lang = useLang()
  const into = one.state === 'transferred' ? null : one.continuedIn
  if (!into && one.joined.length === 0) return null
  return (
    <section>
      <h2>{t('title')}</h2>
      {into && (
        <p>
          {t('into')}{' '}
          <Link to="/cases/$id" params={{ id: into.id }}>
            {into.number}
          </Link>
        </p>
      )}
      {one.joined.length > 0 && (
        <>
          <p className="quiet">{t('answerToAll', { count: one.joined.length + 1 })}</p>
          <ul className="suggestion-others">
            {one.joined.map((report) => (
              <li key={report.id} className="like-matter">
                {report.mayOpen ? (
                  <Link to="/cases/$id" params={{ id: report.id }}>
                    {report.title}
                  </Link>
                ) : (
                  <span>{report.text}</span>
                )}
                {report.added.map(({ at, words }) => (
                  <span key={at}>{t('added', { words })}</span>
                ))}
                <span className="quiet small">
                  {dateSay(report.reportedAt, now, lang)} · {say(report.stateSay)}
                  {report.verdict !== null && report.verdict in verdictWords && ` · ${v(report.verdict as keyof typeof verdictWords)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface RepeatsProps extends TogetherProps {
  /** Opens the form that merges, with the number filled in. */
  readonly onMerge: (number: string) => void
}

type Repeat = Schemas['Repeats']['items'][number]

/** Running matters that are likely the same, with what a person can check: distance, names of places, class, words in common. */
export function Repeats({ one, now, onMerge }: RepeatsProps): ReactElement | null {
  const t = useWords(togetherWords)
  const say = useSay()
  const lang = useLang()
  const { data } = useQuery({
    queryKey: ['repeats', one.id, one.version],
    queryFn: ({ signal }) => api.get<Schemas['Repeats']>(`/api/cases/${one.id}/repeats`, {}, { signal }),
  })
  const items = data?.items ?? []
  const list = (all: readonly string[]): string => all.join(lang === 'zh' ? '、' : ', ')
  const reasonsOf = ({ metres, sameCategory, topic, places, words }: Repeat): string[] => [
    ...(metres === null ? [] : [t('metres', { count: metres })]),
    ...(places.length > 0 ? [t('places', { places: list(places) })] : []),
    ...(sameCategory ? [t('sameCategory')] : topic === null ? [] : [t('sameTopic', { topic: say(topic.name) })]),
    ...(words.length > 0 ? [t('words', { words: list(words) })] : []),
  ]
  const { saidSame } = one
  if (items.length === 0 && saidSame === null) return null
  return (
    <section className="suggestion">
      <h2>{t('likely')}</h2>
      {saidSame !== null && (
        <p className="suggestion-lead">
          {t('saidSame', { number: saidSame })}
          <Button size="small" className="no-print" onClick={() => onMerge(saidSame)}>
            {t('mergeInto')}
          </Button>
        </p>
      )}
      <ul className="suggestion-others">
        {items.map((repeat) => (
          <li key={repeat.id} className="like-matter">
            <Link to="/cases/$id" params={{ id: repeat.id }}>
              {repeat.title}
            </Link>
            <span className="quiet small">
              {say(repeat.stateSay)} · {dateSay(repeat.reportedAt, now, lang)}
              {repeat.reports > 1 && ` · ${t('reports', { count: repeat.reports })}`}
            </span>
            <span className="quiet small">{reasonsOf(repeat).join(' · ')}</span>
            <Button size="small" className="no-print" onClick={() => onMerge(repeat.number)}>
              {t('mergeInto')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
