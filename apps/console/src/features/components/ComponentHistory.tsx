import { momentSay, useLang, useNow } from '@linli/ui'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import type { ComponentView } from './component.ts'
import { componentWords } from './words.ts'

type Step = ComponentView['history'][number]

function StepLine({ step }: { readonly step: Step }): ReactElement {
  const t = useWords(componentWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const by = [step.by.name, say(step.by.post)].filter((part) => part !== '').join(' · ')
  const why = [say(step.because), step.note ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <li className="component-step">
      <span>
        <b>{say(step.say)}</b> <span className="quiet">{t('becomes', { state: say(step.state) })}</span>
      </span>
      {why !== '' && <span>{why}</span>}
      {step.fields.length > 0 && <span>{t('changed', { fields: step.fields.map(say).join('、') })}</span>}
      <span className="quiet small">
        <time dateTime={step.at}>{momentSay(step.at, now, lang)}</time> · {by}
      </span>
    </li>
  )
}

/** What became of it, newest first. */
export function ComponentHistory({ one }: { readonly one: ComponentView }): ReactElement {
  const t = useWords(componentWords)
  return (
    <section className="stack">
      <h3>{t('history')}</h3>
      <ol className="plain-list">
        {one.history.map((step) => (
          <StepLine key={`${step.at} ${step.move}`} step={step} />
        ))}
      </ol>
    </section>
  )
}
