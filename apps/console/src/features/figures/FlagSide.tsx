import { monthSay, useLang } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import type { Figure, Flag } from './figure.ts'
import { figureWords } from './words.ts'

/** What about a figure is worth a second look: the unit, what was seen, and the matters in which it was seen. By month, units by name. */
export function FlagSide({ figure, flags }: { readonly figure: Figure; readonly flags: readonly Flag[] }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const months = [...new Set(flags.map((flag) => flag.month))]
  return (
    <div className="stack">
      <h2>
        {say(figure.say)} · {t('flags')}
      </h2>
      <p className="quiet">{t('flagsExplain')}</p>
      {months.map((month) => (
        <section key={month}>
          <h3>{monthSay(month, lang)}</h3>
          <ul className="plain-list flag-list">
            {flags
              .filter((flag) => flag.month === month)
              .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'zh'))
              .map((flag) => (
                <li key={`${flag.kind} ${flag.unit.id}`}>
                  <b className="ink">{flag.unit.name}</b>
                  <div>{say(flag.say)}</div>
                  <div className="flag-rows">
                    {flag.cases.map((one) => (
                      <Link key={one.id} to="/cases/$id" params={{ id: one.id }} className="number">
                        {one.number}
                      </Link>
                    ))}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
