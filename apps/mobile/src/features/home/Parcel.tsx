import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { awaySay, momentSay, nearness } from '../../app/when.ts'
import type { Mine } from './my-matters.ts'
import { isOver, phaseOf, phases } from './phase.ts'

/** The way of a matter as dots with names: what is behind is full, where it stands is ringed. */
export function Dots({ state }: { state: string }): ReactElement {
  const { t } = useTranslation()
  const here = phaseOf(state)
  return (
    <ol className="dots">
      {phases.map((phase, index) => (
        <li
          key={phase}
          className={index < here || isOver(state) ? 'dot dot-past' : index === here ? 'dot dot-here' : 'dot'}
          {...(index === here ? { 'aria-current': 'step' as const } : {})}
        >
          {t(`phase.${phase}`)}
        </li>
      ))}
    </ol>
  )
}

/** Until when somebody owes an answer, with its weekday and how far away it is; `short` where a sentence has named the day. */
export function Due({ at, short = false }: { at: string; short?: boolean }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const now = useNow()
  const away = awaySay(at, now, lang)
  return <span className={`tag tag-${nearness(at, now)}`}>{short ? away : t('parcel.due', { when: momentSay(at, now, lang), away })}</span>
}

function ParcelWords({ matter }: { matter: Mine }): ReactElement {
  const say = useSay()
  const { whole } = matter
  return (
    <>
      <span className="card-title">{matter.title || matter.number}</span>
      <Dots state={matter.state} />
      {whole ? <span>{say(whole.promise)}</span> : <span className="quiet figures">{matter.number}</span>}
      {whole?.dueAt && !isOver(matter.state) ? <Due at={whole.dueAt} short /> : null}
    </>
  )
}

/** One of my matters, like a parcel: what, how far, who has it now, until when. */
export function Parcel({ matter }: { matter: Mine }): ReactElement {
  const { opens } = matter
  const words = <ParcelWords matter={matter} />
  return 'id' in opens ? (
    <Link to="/mine/$id" params={opens} className="card">
      {words}
    </Link>
  ) : (
    <Link to="/c/$token" params={opens} className="card">
      {words}
    </Link>
  )
}
