import type { Schemas } from '@linli/api'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../app/ask.ts'
import { useNow } from '../../app/now.ts'
import { useSettings } from '../../app/settings.ts'
import { daySay } from '../../app/when.ts'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import { Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import { Fold, Part, Screen } from '../../parts/Screen.tsx'
import { canCompute, check, type Checked } from './lot.ts'
import '../../styles/follow.css'

type Draws = Schemas['CallbackDraws']
type Week = Draws['periods'][number]
type Told = Week & { readonly seed: string }

const isTold = (week: Week): week is Told => week.seed !== null

function Outcome({ found }: { found: Checked }): ReactElement {
  const { t } = useTranslation()
  return (
    <Note tone={found.fits ? 'press' : 'late'}>
      <b>{found.isDrawn ? t('draws.drawn') : t('draws.notDrawn')}</b>
      <span>{t('draws.lot', { lot: found.lot, line: found.line })}</span>
      <span>{found.fits ? t('draws.hashRight') : t('draws.hashWrong')}</span>
    </Note>
  )
}

function Check({ weeks }: { weeks: readonly Told[] }): ReactElement {
  const { t } = useTranslation()
  const [period, setPeriod] = useState(weeks[0]?.period ?? '')
  const [number, setNumber] = useState('')
  const [percent, setPercent] = useState('100')
  const [found, setFound] = useState<Checked | null>(null)
  const week = weeks.find((one) => one.period === period)
  const compute = async (event: FormEvent) => {
    event.preventDefault()
    if (week) setFound(await check(week, number.trim(), Number(percent)))
  }
  return (
    <form className="stack stack-wide" onSubmit={(event) => void compute(event)}>
      <Choice
        label={t('draws.week')}
        options={weeks.slice(0, 6).map((one) => ({ value: one.period, say: one.period }))}
        value={period}
        onChange={setPeriod}
      />
      <TextBox
        label={t('draws.number')}
        value={number}
        onChange={setNumber}
        maxLength={40}
        placeholder="210911-261122-48317-6"
        autoComplete="off"
      />
      <TextBox label={t('draws.percent')} value={percent} onChange={setPercent} maxLength={3} inputMode="numeric" autoComplete="off" />
      <Press type="submit">{t('draws.compute')}</Press>
      <output>{found ? <Outcome found={found} /> : null}</output>
    </form>
  )
}

function WeekRow({ week }: { week: Week }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const now = useNow()
  return (
    <li className="draw">
      <b>{week.period}</b>
      {week.silent === null ? null : <span>{t('draws.silent', { silent: week.silent, drawn: week.drawn })}</span>}
      <span className="fine">{t('draws.hash')}</span>
      <code>{week.commitment}</code>
      <span className="fine">{week.seed ? t('draws.seed') : t('draws.until', { at: daySay(week.revealAt, now, lang) })}</span>
      {week.seed ? <code>{week.seed}</code> : null}
    </li>
  )
}

/** The command that recomputes a lot anywhere; it is no sentence and stays as it is in every language. */
const command = "printf '%s' NUMBER | openssl dgst -sha256 -mac HMAC -macopt hexkey:SEED"

function Explained({ draws }: { draws: Draws }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <Part title={t('draws.how')}>
        <ol className="draw-steps">
          <li>{t('draws.one')}</li>
          <li>{t('draws.two')}</li>
          <li>{t('draws.three')}</li>
        </ol>
        <p className="fine">{t('draws.command')}</p>
        <code className="draw-command">{command}</code>
      </Part>
      <Part title={t('draws.shares')}>
        <p>{t('draws.all')}</p>
        {draws.shares.map((one) => (
          <p key={one.area.code + one.fromPeriod}>
            {t('draws.share', { area: one.area.name, period: one.fromPeriod, percent: one.percent })}
          </p>
        ))}
      </Part>
    </>
  )
}

function Shown({ draws }: { draws: Draws }): ReactElement {
  const { t } = useTranslation()
  const told = draws.periods.filter(isTold)
  const begun = draws.periods.filter((week) => week.startsAt <= draws.now || week.seed !== null)
  const ahead = draws.periods[0]?.period
  return (
    <>
      <p>{t('draws.why')}</p>
      <Explained draws={draws} />
      <Part title={t('draws.check')}>
        {told.length === 0 ? <p>{t('draws.none')}</p> : canCompute() ? <Check weeks={told} /> : <p>{t('draws.cannot')}</p>}
      </Part>
      <Fold title={t('draws.weeks')}>
        {ahead ? <p className="fine">{t('draws.ahead', { period: ahead })}</p> : null}
        <ul className="draws">
          {(begun.length > 0 ? begun : draws.periods).slice(0, 60).map((week) => (
            <WeekRow key={week.period} week={week} />
          ))}
        </ul>
      </Fold>
    </>
  )
}

/** The draw of callbacks as everybody may check it; no sign-in, nothing about a person or a matter. */
export function DrawsPage(): ReactElement {
  const { t } = useTranslation()
  const draws = useAsk<Draws>('/api/public/callback-draws')
  return (
    <Screen title={t('draws.title')} back>
      {draws.isPending ? <Skeleton /> : null}
      {draws.error ? <Trouble problem={draws.error} again={() => void draws.refetch()} /> : null}
      {draws.data ? <Shown draws={draws.data.body} /> : null}
    </Screen>
  )
}
