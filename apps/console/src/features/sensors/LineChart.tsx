import { momentSay, useLang, useNow } from '@linli/ui'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { drawn, numberText, type Point } from './chart.ts'
import { sensorWords } from './words.ts'

const [width, height] = [640, 160]

/** Readings over time, drawn by hand; whoever cannot see them reads them as a table. */
export function LineChart({
  points,
  name,
  unit,
}: {
  readonly points: readonly Point[]
  readonly name: string
  readonly unit: string
}): ReactElement {
  const t = useWords(sensorWords)
  const lang = useLang()
  const now = useNow()
  const found = drawn(points, width, height)
  const last = points.at(-1)
  const told = (value: number): string => `${numberText(value)}${unit === '' ? '' : ` ${unit}`}`
  const summary = t('chart', { measure: name, least: told(found.low), most: told(found.high), last: told(last?.mean ?? 0) })
  return (
    <figure className="readings">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary} preserveAspectRatio="none">
        <path className="readings-band" d={found.band} />
        <path className="readings-line" d={found.line} />
      </svg>
      <figcaption>
        <span className="quiet small">{points[0] && momentSay(points[0].at, now, lang)}</span>
        <span className="small">{summary}</span>
        <span className="quiet small">{last && momentSay(last.at, now, lang)}</span>
      </figcaption>
      <details>
        <summary>{t('asTable')}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('at')}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {points
              .slice(-48)
              .toReversed()
              .map((one) => (
                <tr key={one.at}>
                  <td>{momentSay(one.at, now, lang)}</td>
                  <td>{told(one.mean)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
