import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problem.ts'
import { useSay } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { Skeleton, Trouble } from '../../parts/Notes.tsx'
import { PhotoField } from '../../parts/PhotoField.tsx'
import { Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { useSuggestion } from '../../catalogue/cards.ts'
import { CategoryField } from '../../catalogue/CategoryField.tsx'
import { type DraftHold, useDraft } from '../../store/use-draft.ts'
import { emptyReport, type Lack, lacksOf, mostPhotos, type ReportDraft } from './draft.ts'
import { EmergencyBand, EmergencyLine } from './EmergencyBand.tsx'
import { PlaceField } from './PlaceField.tsx'
import { SameHere } from './SameHere.tsx'
import { sendReport } from './send-report.ts'
import { danger } from './danger.ts'
import { WhoField } from './WhoField.tsx'
import { WordsField } from './WordsField.tsx'
import '../../styles/report.css'

export const steps = ['photo', 'place', 'words', 'who'] as const
type StepName = (typeof steps)[number]

interface BodyProps {
  readonly hold: DraftHold<ReportDraft>
  readonly shown: readonly StepName[]
  readonly lacks: readonly Lack[]
  readonly suggested: ReturnType<typeof useSuggestion>
}

function Questions({ hold, shown, lacks, suggested }: BodyProps): ReactElement {
  const { t } = useTranslation()
  const me = useMe().data
  const { values, change } = hold
  const lack = (...names: Lack[]) => {
    const name = names.find((each) => lacks.includes(each))
    return name ? t(`lack.${name}`) : undefined
  }
  return (
    <>
      {shown.includes('photo') ? (
        <PhotoField
          label={t('report.photo')}
          hint={t('report.photoHint')}
          photos={hold.photos}
          most={mostPhotos}
          onChange={hold.setPhotos}
        />
      ) : null}
      {shown.includes('place') ? <PlaceField value={values} wrong={lack('place')} onChange={change} /> : null}
      {shown.includes('words') ? (
        <>
          <WordsField value={values.text} wrong={lack('text')} onChange={(text) => change({ text })} />
          {values.text.trim().length >= 2 ? (
            <CategoryField chosen={values.category} suggested={suggested.categories} onChange={(category) => change({ category })} />
          ) : null}
          <SameHere about={values} sameAs={values.sameAs} onSame={(sameAs) => change({ sameAs })} />
        </>
      ) : null}
      {shown.includes('who') ? (
        <WhoField draft={values} account={me?.account.name ?? null} wrong={lack('phone', 'phoneShape')} onChange={change} />
      ) : null}
    </>
  )
}

/** Which questions stand on the screen: all of them, or in large print one after the other. */
function useSteps(): { shown: readonly StepName[]; index: number; go: (to: number) => void } {
  const { large } = useSettings()
  const navigate = useNavigate()
  const { step = 0 } = useSearch({ from: '/report' })
  const index = Math.min(Math.max(step, 0), steps.length - 1)
  const go = (to: number) => {
    void navigate({ to: '/report', search: { step: to } })
    window.scrollTo(0, 0)
  }
  return { shown: large ? steps.slice(index, index + 1) : steps, index: large ? index : steps.length - 1, go }
}

function useSending(hold: DraftHold<ReportDraft>): { sending: boolean; problem: Problem | null; send: () => void } {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const navigate = useNavigate()
  const send = async () => {
    setSending(true)
    setProblem(null)
    const { id, problem: refusal } = await sendReport(hold.values, hold.photos)
    setSending(false)
    if (refusal) return setProblem(refusal)
    await navigate({ to: '/receipt/$id', params: { id } })
    return hold.clear()
  }
  return { sending, problem, send: () => void send() }
}

/** 说件事: photo, place, a sentence, and it is on its way. */
export function ReportPage(): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const me = useMe()
  const hold = useDraft<ReportDraft>('report', emptyReport)
  const { shown, index, go } = useSteps()
  const [asked, setAsked] = useState(false)
  const { sending, problem, send } = useSending(hold)
  const suggested = useSuggestion(hold.values.text)
  const found = danger(hold.values.text, hold.values.category?.emergency ?? suggested.emergency)
  const account = me.data?.account.id ?? null
  const { ready, change } = hold
  useEffect(() => {
    if (ready && !me.isPending) change({ who: account === null ? 'phone' : 'account' })
  }, [ready, me.isPending, account, change])
  if (!hold.ready) return <Skeleton rows={3} tall />
  const lacks = lacksOf(hold.values)
  const last = index === steps.length - 1
  const press = () => {
    if (!last) return go(index + 1)
    setAsked(true)
    if (lacks.length === 0) return send()
    return shown.length === 1 ? go(lacks.includes('place') ? 1 : lacks.includes('text') ? 2 : 3) : undefined
  }
  return (
    <Screen title={t('report.title')} back>
      {found ? (
        <EmergencyBand
          services={found.services}
          said={say(found.say)}
          called={hold.values.called}
          onCalled={(called) => change({ called })}
        />
      ) : (
        <EmergencyLine />
      )}
      {shown.length === 1 ? <p className="fine">{t('report.step', { n: index + 1, of: steps.length })}</p> : null}
      <Questions hold={hold} shown={shown} lacks={asked ? lacks : []} suggested={suggested} />
      {problem ? <Trouble problem={problem} /> : null}
      <div className="finish">
        {asked && lacks.length > 0 && last ? (
          <p className="wrong" role="alert">
            {lacks.map((lack) => t(`lack.${lack}`)).join(' ')}
          </p>
        ) : null}
        <div className="pair">
          {shown.length === 1 && index > 0 ? <Press onPress={() => go(index - 1)}>{t('report.before')}</Press> : null}
          <Press look="main" onPress={press} isDisabled={sending}>
            {sending ? t('report.sending') : last ? t('report.send') : t('report.next')}
          </Press>
        </div>
      </div>
    </Screen>
  )
}
