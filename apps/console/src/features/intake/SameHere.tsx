import type { Schemas } from '@linli/api'
import { dateSay, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import type { Draft } from './draft.ts'
import type { PartProps } from './Intake.tsx'
import { useRested } from './suggest.ts'
import { intakeWords } from './words.ts'

type Item = Schemas['SimilarMatters']['items'][number]

const fewestLetters = 4

/** The question as it is sent, or null while place or words are missing. A desk without a chosen area asks about its own. */
export function similarBody(draft: Draft, own: string | undefined): Record<string, unknown> | null {
  const text = draft.text.trim()
  const area = draft.area || own
  if (text.length < fewestLetters || (!draft.place && !area)) return null
  const address = draft.address.trim()
  return {
    text,
    ...(draft.category && { category: draft.category }),
    ...(draft.place ? { place: draft.place } : { area }),
    ...(address && { address }),
  }
}

/** Asked in the background; nothing waits for the answer. */
function useSimilar(draft: Draft): readonly Item[] {
  const me = useMe()
  const body = JSON.stringify(similarBody(draft, me.data?.posts[0]?.area.code))
  const rested = useRested(body, 600)
  const { data } = useQuery({
    queryKey: ['similar', rested],
    queryFn: ({ signal }) =>
      api.post<Schemas['SimilarMatters']>('/api/public/similar', JSON.parse(rested) as Record<string, unknown>, { signal }),
    enabled: rested !== 'null',
    retry: false,
    staleTime: 60_000,
  })
  return rested === body ? (data?.items ?? []) : []
}

/** Open matters nearby that look the same: one tap takes the call along with one of them, and whoever does not look goes on. */
export function SameHere({ draft, set }: PartProps): ReactElement | null {
  const t = useWords(intakeWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const [declined, setDeclined] = useState('')
  const items = useSimilar(draft)
  if (draft.settled) return null
  if (draft.sameAs !== '') {
    return (
      <p className="row">
        {t('sameTaken', { number: draft.sameAs })}
        <Button size="small" onClick={() => set({ sameAs: '' })}>
          {t('sameUndo')}
        </Button>
      </p>
    )
  }
  const shown = items.filter((item) => !declined.includes(item.number))
  if (shown.length === 0) return null
  return (
    <section className="suggestion" aria-label={t('same')}>
      <h2>{t('same')}</h2>
      <ul className="suggestion-others">
        {shown.map((item) => (
          <li key={item.number} className="like-matter">
            <span>
              {say(item.category.name)} · {item.place}
            </span>
            <span className="quiet small">
              {item.metres !== null && `${t('sameMetres', { count: item.metres })} · `}
              {say(item.stateSay)} · {say(item.unit)} · {dateSay(item.reportedAt, now, lang)}
              {item.reports > 1 && ` · ${t('sameReports', { count: item.reports })}`}
            </span>
            <Button size="small" onClick={() => set({ sameAs: item.number })}>
              {t('sameTake')}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" type="text" onClick={() => setDeclined(items.map((item) => item.number).join(' '))}>
        {t('sameNone')}
      </Button>
    </section>
  )
}
