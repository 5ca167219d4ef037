import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offered } from '../../api/shapes.ts'
import { useAsk } from '../../app/ask.ts'
import { useSay } from '../../app/language.ts'
import { useNow } from '../../app/now.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { daySay } from '../../app/when.ts'
import { Moves } from '../../moves/Moves.tsx'
import { Fold, Part } from '../../parts/Screen.tsx'

type Whole = Schemas['Component']

/** Moves whose questions need a desk: a map, several bodies. */
const forDesks = new Set(['amend'])

function History({ one }: { one: Whole }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const say = useSay()
  const now = useNow()
  return (
    <Fold title={t('component.history')}>
      <ol className="component-steps">
        {one.history.map((step) => (
          <li key={`${step.at} ${step.move}`}>
            <b>{say(step.say)}</b> {[say(step.state), say(step.because), step.note].filter(Boolean).join(' · ')}
            <span className="hint block">
              {daySay(step.at, now, lang)} · {step.by.name}
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  )
}

/** What staff of the area see more on the same page: what they may do now, whose it is, what became of it. Nothing for everybody else. */
export function StaffPart({ code }: { code: string }): ReactElement | null {
  const { t } = useTranslation()
  const say = useSay()
  const isStaff = (useMe().data?.posts.length ?? 0) > 0
  const asked = useAsk<Whole>(`/api/components/by-code/${code}`, { enabled: isStaff })
  const one = isStaff ? asked.data?.body : undefined
  if (!one) return null
  const offered = one.offered.filter((each) => !forDesks.has(each.move)) as unknown as readonly Offered[]
  return (
    <>
      {offered.length > 0 ? (
        <Part title={t('component.moves')}>
          <Moves offered={offered} path={`/api/components/${one.id}`} title={one.name} version={one.version} />
        </Part>
      ) : null}
      <Part title={t('component.more')}>
        <dl className="facts">
          <dt>{t('component.state')}</dt>
          <dd>{[say(one.stateSay), one.changedOn].filter(Boolean).join(' · ')}</dd>
          <dt>{t('component.since')}</dt>
          <dd>{one.since}</dd>
        </dl>
        <a href={`/desk/components/${one.id}`}>{t('component.desk')}</a>
      </Part>
      <History one={one} />
    </>
  )
}
