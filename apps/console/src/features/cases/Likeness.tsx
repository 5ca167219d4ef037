import { momentSay, useLang, useNow } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { caseWords } from './words.ts'

/** Photos that were seen before, each beside the earlier one as far as this person may see it: for who verifies. */
export function Likeness({ one }: { readonly one: CaseView }): ReactElement | null {
  const t = useWords(caseWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  if (one.likeness.length === 0) return null
  return (
    <section className="likeness" aria-label={t('likeness')}>
      <h2>{t('likeness')}</h2>
      <p className="quiet">{t('likenessWords')}</p>
      {one.likeness.map((like) => (
        <div key={like.photo + like.at} className="likeness-pair">
          <a href={`/api/files/${like.photo}`} target="_blank" rel="noreferrer">
            <img src={`/api/files/${like.photo}?size=small`} alt={t('likenessThis')} loading="lazy" />
          </a>
          {like.like && (
            <a href={like.like.url} target="_blank" rel="noreferrer">
              <img src={`${like.like.url}?size=small`} alt={t('likenessEarlier')} loading="lazy" />
            </a>
          )}
          <p>
            {like.matter ? (
              <Link to="/cases/$id" params={{ id: like.matter.id }}>
                {say(like.say)}
              </Link>
            ) : (
              say(like.say)
            )}
            <span className="quiet"> · {momentSay(like.at, now, lang)}</span>
          </p>
        </div>
      ))}
    </section>
  )
}
