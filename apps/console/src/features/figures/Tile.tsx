import { useLang } from '@linli/ui'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { Bars } from './Bars.tsx'
import { type Figure, type Flag, numberText } from './figure.ts'
import { figureWords } from './words.ts'

interface TileProps {
  readonly figure: Figure
  readonly open: boolean
  readonly onCard: () => void
  readonly onRows: () => void
  readonly flags: readonly Flag[]
  readonly onFlags: () => void
}

function Big({ figure }: { readonly figure: Figure }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const { value, n, base, kind, few } = figure
  if (value === null) return <span className="quiet">{t('none')}</span>
  if (kind === 'share' && few)
    return (
      <>
        <span className="figure-big number">
          {n} / {base}
        </span>
        <span className="quiet">{t('few')}</span>
      </>
    )
  return (
    <>
      <span className="figure-big number">{numberText(value, lang)}</span>
      <span>{say(figure.unit)}</span>
    </>
  )
}

/** n/N, who gave no answer, the interval: what a percentage hides. */
function Under({ figure }: { readonly figure: Figure }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const lang = useLang()
  const { n, base, kind, few, silent, interval, value } = figure
  return (
    <p className="figure-under number">
      {kind === 'share' && !few && t('nOf', { n: numberText(n, lang), base: numberText(base ?? 0, lang) })}
      {kind === 'mean' && t('perBase', { base: numberText(base ?? 0, lang) })}
      {silent && <span>{t('silent', { say: say(silent.say), n: numberText(silent.n, lang) })}</span>}
      {interval && value !== null && !few && <span>{t('interval', { low: interval.low, high: interval.high })}</span>}
    </p>
  )
}

function BandText({ figure }: { readonly figure: Figure }): ReactElement | null {
  const t = useWords(figureWords)
  const say = useSay()
  const { band } = figure
  if (!band) return null
  return (
    <p className="figure-band quiet">
      {t(band.difficulty, { areas: band.areas })} · {t('middleHalf', { low: band.low, high: band.high, unit: say(figure.unit) })} ·{' '}
      {t(band.stands)}
    </p>
  )
}

/** What was seen at which unit, in words; the first, and how many more there are. */
function FlagText({
  figure,
  flags,
  onOpen,
}: {
  readonly figure: Figure
  readonly flags: readonly Flag[]
  readonly onOpen: () => void
}): ReactElement | null {
  const t = useWords(figureWords)
  const say = useSay()
  const [first] = flags
  if (first === undefined) return null
  return (
    <div className="figure-flag">
      <p>
        {t('flagOne', { unit: first.unit.name, say: say(first.say) })}
        {flags.length > 1 && <span className="quiet"> {t('flagMore', { n: flags.length - 1 })}</span>}
      </p>
      <Button type="link" size="small" className="no-print" onClick={onOpen} aria-label={`${say(figure.say)}: ${t('flags')}`}>
        {t('flags')}
      </Button>
    </div>
  )
}

/** One figure of the page: the number, what it rests on, its months, its band, and the ways in. */
export function Tile({ figure, open, onCard, onRows, flags, onFlags }: TileProps): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  return (
    <section className={open ? 'figure-tile figure-open' : 'figure-tile'} aria-label={say(figure.say)}>
      <h2>{say(figure.say)}</h2>
      <p className="figure-line">
        <Big figure={figure} />
      </p>
      <Under figure={figure} />
      <Bars figure={figure} />
      <BandText figure={figure} />
      <FlagText figure={figure} flags={flags} onOpen={onFlags} />
      <div className="figure-ways no-print">
        <Button type="link" size="small" disabled={figure.value === null} onClick={onRows} aria-label={`${say(figure.say)}: ${t('rows')}`}>
          {t('rows')}
        </Button>
        <Button type="link" size="small" onClick={onCard} aria-label={`${say(figure.say)}: ${t('card')}`}>
          {t('card')}
        </Button>
      </div>
    </section>
  )
}
