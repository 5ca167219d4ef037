import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../api/cases.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { Note } from '../../parts/Notes.tsx'

/** Photos that were seen before, for who verifies on the spot. */
export function Likeness({ matter }: { matter: CaseView }): ReactElement | null {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const likeness = matter.likeness ?? []
  if (likeness.length === 0) return null
  return (
    <Note tone="soon" icon="warn">
      <b>{t('work.likeness')}</b>
      {likeness.map((like) => (
        <span key={like.photo + like.at} className="likeness">
          <img src={`/api/files/${like.photo}?size=small`} alt={t('work.likenessThis')} loading="lazy" />
          {like.like ? <img src={`${like.like.url}?size=small`} alt={t('work.likenessEarlier')} loading="lazy" /> : null}
          <span>
            {say(like.say)} · {momentSay(like.at, now, lang)}
          </span>
        </span>
      ))}
    </Note>
  )
}
