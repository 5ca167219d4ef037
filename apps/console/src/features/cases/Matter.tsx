import { dateSay, ErrorState, momentSay, Skeleton, useLang, useNow } from '@linli/ui'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Note } from '../../parts/Note.tsx'
import { useCase } from './api.ts'
import { Clocks } from './Clocks.tsx'
import { Likeness } from './Likeness.tsx'
import { MatterHead } from './MatterHead.tsx'
import { MoveBar } from './moves/MoveBar.tsx'
import type { Opened } from './moves/MoveBar.tsx'
import { offeringsOf } from './offers.ts'
import { Orders } from './Orders.tsx'
import { Photos } from './Photos.tsx'
import { PlaceSketch } from './PlaceSketch.tsx'
import { Reporter } from './Reporter.tsx'
import { Rulings } from './Rulings.tsx'
import { dispatchAnswers, SuggestionPanel } from './SuggestionPanel.tsx'
import { Repeats, Together } from './Together.tsx'
import { Trace } from './Trace.tsx'
import { caseWords, moveWords, verdictWords } from './words.ts'

interface PartProps {
  readonly one: CaseView
  readonly now: Date
}

function Answers({ one, now }: PartProps): ReactElement {
  const t = useWords(caseWords)
  const say = useSay()
  const lang = useLang()
  return (
    <section>
      <h2>{t('answers')}</h2>
      {one.answers.map((answer) => (
        <div key={answer.at + answer.unit} className="answer">
          <p>
            <b>{say(answer.kindSay)}</b>{' '}
            <span className="quiet small">
              {answer.unit} · {momentSay(answer.at, now, lang)}
            </span>
          </p>
          {answer.text && <p>{answer.text}</p>}
          {answer.plan && (
            <p>
              <span className="quiet">{t('plan')} </span>
              {answer.plan}
            </p>
          )}
          {answer.reviewAt && <p className="quiet">{t('reviewAt', { at: dateSay(answer.reviewAt, now, lang) })}</p>}
        </div>
      ))}
    </section>
  )
}

/** What the reporter, or who asked for them, said of the result. */
function Verdict({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const v = useWords(verdictWords)
  return (
    <section>
      <h2>{t('verdict')}</h2>
      <b>{one.verdict !== null && one.verdict in verdictWords ? v(one.verdict as keyof typeof verdictWords) : one.verdict}</b>
      {one.satisfaction !== null && <span className="quiet"> · {t('satisfied', { n: one.satisfaction })}</span>}
    </section>
  )
}

/** The text says no more than the heading. */
const isTitleOnly = (one: CaseView): boolean => one.text.trim().startsWith(one.title) && one.text.trim().length - one.title.length <= 1

function Body({ one, now }: PartProps): ReactElement {
  const t = useWords(caseWords)
  return (
    <>
      <Likeness one={one} />
      <section className="matter-said">
        {!isTitleOnly(one) && <p className="matter-text">{one.text}</p>}
        {one.photos.length > 0 && <Photos photos={one.photos} />}
        <dl className="facts">
          <dt>{t('reporter')}</dt>
          <dd>
            <Reporter one={one} />
          </dd>
          <dt>{t('place')}</dt>
          <dd>
            <PlaceSketch one={one} />
          </dd>
        </dl>
      </section>
      <section>
        <h2>{t('clocks')}</h2>
        <Clocks one={one} now={now} />
      </section>
      {one.orders.length > 0 && (
        <section>
          <h2>{t('orders')}</h2>
          <Orders orders={one.orders} now={now} />
        </section>
      )}
      <Together one={one} now={now} />
      {one.answers.length > 0 && <Answers one={one} now={now} />}
      {one.verdict !== null && <Verdict one={one} />}
      <section>
        <h2>{t('timeline')}</h2>
        <Trace timeline={one.timeline} now={now} />
      </section>
    </>
  )
}

function Whole({
  one,
  focus,
  open,
}: {
  readonly one: CaseView
  readonly focus?: string | undefined
  readonly open?: string | undefined
}): ReactElement {
  const m = useWords(moveWords)
  const say = useSay()
  const now = useNow()
  const offerings = offeringsOf(one, focus)
  const first = offerings.find((offering) => offering.offer.move === open)
  const [opened, setOpened] = useState<Opened | null>(
    first ? { key: first.key, ...(one.suggestion?.lead && { proposed: dispatchAnswers(one, one.suggestion.lead) }) } : null,
  )
  const [done, setDone] = useState('')
  const dispatch = offerings.find((offering) => offering.noun === 'case' && offering.offer.move === 'dispatch')
  const merge = offerings.find((offering) => offering.noun === 'case' && offering.offer.move === 'merge')
  return (
    <>
      <article className="matter">
        <MatterHead one={one} now={now} />
        <div className="matter-done" aria-live="polite">
          {done !== '' && <Note tone="done">{m('done', { what: done })}</Note>}
        </div>
        <SuggestionPanel
          one={one}
          onUse={dispatch ? (proposed) => setOpened({ key: dispatch.key, proposed, turn: (opened?.turn ?? 0) + 1 }) : null}
        />
        {one.rulings && <Rulings of={one.rulings} />}
        {merge && (
          <Repeats
            one={one}
            now={now}
            onMerge={(into) => setOpened({ key: merge.key, proposed: { into }, turn: (opened?.turn ?? 0) + 1 })}
          />
        )}
        <Body one={one} now={now} />
      </article>
      <MoveBar
        one={one}
        offerings={offerings}
        opened={opened}
        onOpen={(next) => {
          setDone('')
          setOpened(next)
        }}
        onDone={(offering) => setDone(say(offering.offer.label))}
      />
    </>
  )
}

interface MatterProps {
  readonly id: string
  /** The order from which one came. */
  readonly focus?: string | undefined
  /** The move whose form is open from the start, when it is offered. */
  readonly open?: string
}

/** One matter with all that is known of it and all that may be done with it. */
export function Matter({ id, focus, open }: MatterProps): ReactElement {
  const one = useCase(id)
  if (one.isPending) return <Skeleton shape="matter" />
  if (one.error && !one.data) return <ErrorState trouble={troubleOf(one.error)} onRetry={() => void one.refetch()} />
  return <Whole one={one.data} focus={focus} open={open} />
}
