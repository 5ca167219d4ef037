import type { ReactElement } from 'react'
import { distanceSay, durationSay, momentSay, shortDurationSay } from '../time/say.ts'
import { fill, useLang } from '../words/index.ts'
import type { Lang } from '../words/index.ts'
import { holdingWords } from './parts-words.ts'
import { pictureOf } from './holding.ts'
import type { Held, HeldPart, HoldingPicture } from './holding.ts'

/** In one sentence, for those who hear the page. */
function spoken(picture: HoldingPicture, lang: Lang): string {
  const sums = picture.sums.map((sum) => `${sum.holder} ${durationSay(sum.ms, lang)}`)
  return fill(holdingWords.spoken[lang], { list: sums.join(lang === 'zh' ? '，' : ', ') })
}

/** Where the name stands in a part that the limit cuts: on the longer side of the tick. `cut` is 0 to 1 within the part. */
function sideOf(cut: number | null): { readonly paddingLeft?: string; readonly maxWidth?: string } {
  if (cut === null || cut <= 0 || cut >= 1) return {}
  return cut < 0.5 ? { paddingLeft: `calc(${cut * 100}% + 8px)` } : { maxWidth: `${cut * 100}%` }
}

function Part({ part, cut }: { readonly part: HeldPart; readonly cut: number | null }): ReactElement {
  const lang = useLang()
  const label = `${part.holder} ${shortDurationSay(part.ms, lang)}`
  return (
    <span className={`l-hold-part l-hold-${part.kind}`} style={{ flexGrow: part.share }} title={label}>
      {part.share > 0.16 && (
        <span className="l-hold-name" style={sideOf(cut)}>
          {label}
        </span>
      )}
    </span>
  )
}

/** Where the limit cuts each part, as a share of that part; parts that it does not touch get null. */
function cutsOf({ parts, limit }: HoldingPicture): (number | null)[] {
  let start = 0
  return parts.map((part) => {
    const cut = limit === null || part.share === 0 ? null : (limit - start) / part.share
    start += part.share
    return cut !== null && cut > 0 && cut < 1 ? cut : null
  })
}

/** The limit: a tick through the bar, its date above, kept inside the bar's ends. */
function Limit({
  at,
  dueAt,
  over,
  now,
}: {
  readonly at: number
  readonly dueAt: string
  readonly over: number
  readonly now: Date
}): ReactElement {
  const lang = useLang()
  const side = at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` }
  return (
    <>
      <span className="l-hold-tick" style={{ left: `${at * 100}%` }} />
      <span className={`l-hold-due ${over > 0 ? 'l-late' : ''} ${at > 0.5 ? 'l-hold-due-right' : ''}`} style={side}>
        {fill(holdingWords.limit[lang], { at: momentSay(dueAt, now, lang) })}
        {over > 0 && ` · ${distanceSay(dueAt, new Date(Date.parse(dueAt) + over), lang)}`}
      </span>
    </>
  )
}

/** Below the bar: when it began, and where the present stands or when it ended. */
function Axis({ picture, now }: { readonly picture: HoldingPicture; readonly now: Date }): ReactElement | null {
  const lang = useLang()
  const [first] = picture.parts
  const last = picture.parts.at(-1)
  if (!first || !last) return null
  const at = 1 - picture.rest
  const side = at > 0.5 ? { right: `${(1 - at) * 100}%` } : { left: `${at * 100}%` }
  const end = last.to === null ? holdingWords.current[lang] : momentSay(last.to, now, lang)
  return (
    <div className="l-hold-axis">
      {at > 0.3 && <span>{momentSay(first.from, now, lang)}</span>}
      <span className="l-hold-end" style={side}>
        {end}
      </span>
    </div>
  )
}

/** The same as a table: who, from when, until when, how long. */
function AsTable({ parts, now }: { readonly parts: readonly HeldPart[]; readonly now: Date }): ReactElement {
  const lang = useLang()
  const w = (key: keyof typeof holdingWords): string => holdingWords[key][lang]
  return (
    <details className="l-hold-table">
      <summary>{w('asTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{w('who')}</th>
            <th scope="col">{w('from')}</th>
            <th scope="col">{w('to')}</th>
            <th scope="col">{w('long')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.from}${part.holder}`}>
              <th scope="row">
                {part.holder}
                {part.kind === 'paused' && <span className="l-quiet"> {w('paused')}</span>}
              </th>
              <td>{momentSay(part.from, now, lang)}</td>
              <td>{part.to === null ? w('current') : momentSay(part.to, now, lang)}</td>
              <td>{durationSay(part.ms, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface HoldingBarProps {
  readonly holding: readonly Held[]
  readonly dueAt: string | null
  readonly metAt?: string | null
  readonly now: Date
}

/**
 * Who has held a matter for how long, paused parts hatched, the limit as a tick, what lies beyond it underlined; as a table too.
 * `dueAt` null: there is no promise; `metAt`: when it was met; `now` decides how long the present holder has had it.
 */
export function HoldingBar(props: HoldingBarProps): ReactElement | null {
  const lang = useLang()
  const picture = pictureOf(props.holding, props.dueAt, props.now, props.metAt)
  const cuts = cutsOf(picture)
  if (picture.parts.length === 0) return null
  return (
    <figure className="l-hold" aria-label={spoken(picture, lang)}>
      <div className="l-hold-frame" aria-hidden="true">
        <div className="l-hold-track">
          {picture.parts.map((part, index) => (
            <Part key={`${part.holder}${String(index)}`} part={part} cut={cuts[index] ?? null} />
          ))}
          {picture.rest > 0 && <span className="l-hold-rest" style={{ flexGrow: picture.rest }} />}
        </div>
        {picture.late && (
          <span className="l-hold-over" style={{ left: `${picture.late.from * 100}%`, width: `${picture.late.share * 100}%` }} />
        )}
        {picture.limit !== null && props.dueAt !== null && (
          <Limit at={picture.limit} dueAt={props.dueAt} over={picture.over} now={props.now} />
        )}
        <Axis picture={picture} now={props.now} />
      </div>
      <ul className="l-hold-legend" aria-hidden="true">
        {picture.sums.map((sum) => (
          <li key={`${sum.kind}${sum.holder}`} className={sum.current ? 'l-hold-now' : ''}>
            <i className={`l-hold-swatch l-hold-${sum.kind}`} />
            {sum.holder} <b>{durationSay(sum.ms, lang)}</b>
            {sum.kind === 'paused' && <span> · {holdingWords.paused[lang]}</span>}
            {sum.current && <span> · {holdingWords.current[lang]}</span>}
          </li>
        ))}
      </ul>
      <AsTable parts={picture.parts} now={props.now} />
    </figure>
  )
}
