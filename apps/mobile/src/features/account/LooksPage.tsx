import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { List, Pair } from '../../api/shapes.ts'
import { useAsk } from '../../app/ask.ts'
import { useNow } from '../../app/now.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { useSay } from '../../app/language.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go } from '../../parts/Press.tsx'
import { Remembered, Screen } from '../../parts/Screen.tsx'

interface Look {
  readonly id: string
  readonly at: string
  readonly unit: string
  readonly role: Pair | null
  readonly name: string
  readonly fieldSay: Pair
  readonly purposeSay: Pair
}

function Looks(): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const { lang } = useSettings()
  const now = useNow()
  const asked = useAsk<List<Look>>('/api/my/looks')
  if (asked.error) return <Trouble problem={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={3} />
  if (asked.data.body.items.length === 0) return <Empty action={<Go to="/">{t('lost.home')}</Go>}>{t('looks.none')}</Empty>
  return (
    <>
      <Remembered keptAt={asked.data.keptAt} />
      <ul className="rows">
        {asked.data.body.items.map((look) => (
          <li key={look.id} className="card">
            <b>{[look.unit, look.role ? say(look.role) : '', look.name].filter(Boolean).join(' · ')}</b>
            <span>{t('looks.why', { purpose: say(look.purposeSay) })}</span>
            <span className="fine">
              {momentSay(look.at, now, lang)} · {say(look.fieldSay)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 谁看过我: each time somebody had my phone or number shown in full, who it was and what for. */
export function LooksPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={t('looks.title')} back>
      <p className="quiet">{t('looks.explain')}</p>
      {me.data ? <Looks /> : <Empty action={<Go to="/sign-in">{t('home.signIn')}</Go>}>{t('looks.visitor')}</Empty>}
    </Screen>
  )
}
