import { distanceSay, dueTone, durationSay, momentSay, ToneMark, useLang } from '@linli/ui'
import type { Lang } from '@linli/ui'
import type { ReactElement } from 'react'
import type { CaseView, ClockView } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import type { Speak } from '../../app/language.ts'
import { clockWords } from './words.ts'

function sentence(clock: ClockView, what: string, now: Date, lang: Lang, t: Speak<typeof clockWords>): string {
  const due = Date.parse(clock.dueAt)
  if (clock.stoppedAt !== null) {
    const over = Date.parse(clock.stoppedAt) - due
    const at = momentSay(clock.stoppedAt, now, lang)
    return clock.breached && over > 0 ? t('metLate', { what, at, length: durationSay(over, lang) }) : t('metInTime', { what, at })
  }
  if (clock.pausedAt !== null) return t('paused', { what, at: momentSay(clock.pausedAt, now, lang) })
  const words = { what, at: momentSay(clock.dueAt, now, lang), far: distanceSay(clock.dueAt, now, lang) }
  return t(due <= now.getTime() ? 'late' : 'running', words)
}

interface Named {
  readonly key: string
  readonly what: string
  readonly clock: ClockView
}

/** The promises of a matter and of its orders as sentences; those that run come first. */
export function Clocks({ one, now }: { readonly one: CaseView; readonly now: Date }): ReactElement | null {
  const t = useWords(clockWords)
  const say = useSay()
  const lang = useLang()
  const all: Named[] = [
    ...one.clocks.map((clock) => ({ key: `case ${clock.name} ${clock.startedAt}`, what: say(clock.say), clock })),
    ...one.orders.flatMap((order) =>
      order.clocks.map((clock) => ({
        key: `${order.id} ${clock.name} ${clock.startedAt}`,
        what: `${order.unit.name} ${say(clock.say)}`,
        clock,
      })),
    ),
  ].sort(
    (a, b) =>
      Number(a.clock.stoppedAt !== null) - Number(b.clock.stoppedAt !== null) || Date.parse(a.clock.dueAt) - Date.parse(b.clock.dueAt),
  )
  if (all.length === 0) return null
  return (
    <ul className="clocks">
      {all.map(({ key, what, clock }) => {
        const tone = dueTone(clock, now)
        return (
          <li key={key} className={clock.stoppedAt === null ? '' : 'quiet'}>
            <ToneMark tone={clock.stoppedAt !== null && clock.breached ? 'late' : tone} />
            <span>
              {sentence(clock, what, now, lang, t)}
              {clock.provisional && clock.stoppedAt === null && <span className="quiet"> {t('provisional')}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
