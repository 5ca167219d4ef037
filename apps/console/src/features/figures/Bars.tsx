import { monthSay, useLang } from '@linli/ui'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { type Figure, heightsOf, numberText } from './figure.ts'
import { figureWords } from './words.ts'

const [step, height] = [14, 36]

/** Twelve small months, drawn by hand; whoever cannot see them reads them as a table on the card. */
export function Bars({ figure }: { readonly figure: Figure }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const { periods } = figure
  const heights = heightsOf(
    figure.kind,
    periods.map((period) => period.value),
  )
  const text = periods.map(({ month, value }) => `${monthSay(month, lang)} ${value === null ? '–' : numberText(value, lang)}`).join(', ')
  return (
    <svg
      className="figure-bars"
      viewBox={`0 0 ${periods.length * step} ${height}`}
      role="img"
      aria-label={`${say(figure.say)}, ${t('periods')}: ${text}`}
      preserveAspectRatio="none"
    >
      {heights.map((part, n) => {
        const tall = part === null ? 1 : Math.max(2, part * height)
        const month = periods[n]?.month ?? ''
        return (
          <rect
            key={month}
            className={part === null ? 'bar-none' : 'bar'}
            x={n * step + 2}
            width={step - 4}
            y={height - tall}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
