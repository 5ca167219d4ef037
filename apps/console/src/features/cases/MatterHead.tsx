import { DueText, HoldingBar, StateTag, useLang, momentSay } from '@linli/ui'
import type { Held } from '@linli/ui'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { MatterTools } from './MatterTools.tsx'
import { useStateName } from './state-name.ts'
import { stateTone } from './tone.ts'
import { caseWords, severityWords } from './words.ts'

function Marks({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const { supervised, reminded, escalated } = one.marks
  return (
    <>
      {supervised !== null && (
        <StateTag tone={supervised === 'red' ? 'late' : 'soon'}>{t(supervised === 'red' ? 'red' : 'yellow')}</StateTag>
      )}
      {escalated && <StateTag tone="soon">{t('escalated')}</StateTag>}
      {reminded > 0 && <span className="quiet">{t('reminded', { count: reminded })}</span>}
    </>
  )
}

/** Who has it now, in the words of the desk: the holding bar names the reporter where the reporter's own page says «you». Nobody while it is paused. */
function holderOf(one: CaseView): CaseView['holder'] | null {
  const held = one.holding.findLast((each) => each.to === null)
  return held?.kind === 'paused' ? null : (held?.holder ?? one.holder)
}

/** The promise that counts: an emergency's, then the finish clock while it runs, else the nearest one that runs. */
function promiseOf(one: CaseView): CaseView['clocks'][number] | undefined {
  const running = one.clocks.filter((clock) => clock.stoppedAt === null)
  return (
    running.find((clock) => clock.name === 'emergency') ??
    running.find((clock) => clock.name === 'finish') ??
    [...running].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0]
  )
}

/** What it is, in whose hands, until when, and who has held it how long. */
export function MatterHead({ one, now }: { readonly one: CaseView; readonly now: Date }): ReactElement {
  const t = useWords(caseWords)
  const say = useSay()
  const lang = useLang()
  const promise = promiseOf(one)
  const holder = holderOf(one)
  const stateName = useStateName()
  const s = useWords(severityWords)
  const severity = one.severity in severityWords ? s(one.severity as keyof typeof severityWords) : ''
  const finish = one.clocks.find((clock) => clock.name === 'finish')
  return (
    <header className="matter-head">
      <div className="matter-line">
        <p className="quiet small">
          <span className="number">{one.number}</span>
          {' · '}
          {one.area.path.map((area) => area.name).join(' › ')}
        </p>
        <MatterTools one={one} />
      </div>
      <h1>{one.title}</h1>
      <div className="row">
        <StateTag tone={stateTone(one.state)}>{stateName(one.state, one.stateSay)}</StateTag>
        {stateTone(one.state) !== 'done' && holder && <span>{t('inHands', { who: say(holder) })}</span>}
        {promise && promise.name !== 'finish' && <span className="quiet">{say(promise.say)}</span>}
        {promise && <DueText {...promise} now={now} />}
        <Marks one={one} />
      </div>
      <p className="quiet small">
        {[t('reportedAt', { at: momentSay(one.reportedAt, now, lang) }), say(one.channelSay), say(one.category.name), severity]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {one.emergency && (
        <Note tone="late" alert>
          {t('emergency')}
        </Note>
      )}
      <HoldingBar
        holding={one.holding.map((held) => ({ ...held, kind: held.kind as Held['kind'], holder: say(held.holder) }))}
        dueAt={finish?.dueAt ?? null}
        metAt={finish?.stoppedAt ?? null}
        now={now}
      />
    </header>
  )
}
