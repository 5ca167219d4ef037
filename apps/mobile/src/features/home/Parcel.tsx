import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MyCase } from '../../api/cases.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { awaySay, momentSay, nearness } from '../../app/when.ts'
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

function ParcelWords({ matter, over }: { matter: MyCase; over: boolean }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <>
      <span className="card-title">{matter.text || matter.title || matter.number}</span>
      <Dots state={matter.state} />
      <span>
        {matter.promise && !over ? say(matter.promise) : say(matter.stateSay)}
        {matter.holder && !matter.promise && !over ? ` · ${t('parcel.with', { name: matter.holder.name })}` : ''}
      </span>
      {matter.dueAt && !over ? <Due at={matter.dueAt} short={Boolean(matter.promise)} /> : null}
    </>
  )
}

/** One of my matters, like a parcel: what, how far, who has it now, until when. */
export function Parcel({ matter }: { matter: MyCase }): ReactElement {
  const token = matter.link?.replace(/^.*\/c\//, '')
  const words = <ParcelWords matter={matter} over={isOver(matter.state)} />
  if (!token) return <div className="card">{words}</div>
  return (
    <Link to="/c/$token" params={{ token }} className="card">
      {words}
    </Link>
  )
}
