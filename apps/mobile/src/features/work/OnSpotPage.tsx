import { Problem } from '@linli/api'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayNow } from '../../app/outbox.ts'
import { useMe } from '../../app/session.ts'
import { useSuggestion } from '../../catalogue/cards.ts'
import { CategoryField } from '../../catalogue/CategoryField.tsx'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { PhotoField } from '../../parts/PhotoField.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { drop } from '../../store/outbox.ts'
import { type DraftHold, useDraft } from '../../store/use-draft.ts'
import { mostPhotos, titleOf } from '../report/draft.ts'
import { PlaceField } from '../report/PlaceField.tsx'
import { SameHere } from '../report/SameHere.tsx'
import { WordsField } from '../report/WordsField.tsx'
import { emptySpot, type SpotDraft, type SpotLack, spotBody, spotLacks, spotPhotosAt } from './spot.ts'
import '../../styles/report.css'

function Questions({ hold, lacks }: { hold: DraftHold<SpotDraft>; lacks: readonly SpotLack[] }): ReactElement {
  const { t } = useTranslation()
  const { values, change } = hold
  const suggested = useSuggestion(values.text)
  const lack = (name: SpotLack) => (lacks.includes(name) ? t(`lack.${name}`) : undefined)
  const ends = [
    { value: 'settled', say: t('spot.settled'), hint: t('spot.settledHint') },
    { value: 'passedOn', say: t('spot.passedOn'), hint: t('spot.passedOnHint') },
  ]
  return (
    <>
      <WordsField value={values.text} wrong={lack('text')} onChange={(text) => change({ text })} />
      {values.text.trim().length >= 2 ? (
        <CategoryField chosen={values.category} suggested={suggested.categories} onChange={(category) => change({ category })} />
      ) : null}
      <PlaceField value={values} wrong={lack('place')} onChange={change} />
      <Choice
        label={t('spot.end')}
        options={ends}
        value={values.end}
        wrong={lack('end')}
        onChange={(end) => change({ end: end === 'settled' ? 'settled' : 'passedOn' })}
      />
      {values.end === 'settled' ? null : (
        <SameHere about={values} sameAs={values.sameAs} onSame={(sameAs) => change(sameAs ? { sameAs, end: 'passedOn' } : { sameAs })} />
      )}
      {values.end === 'settled' ? (
        <TextBox
          label={t('spot.result')}
          long
          value={values.result}
          maxLength={2000}
          wrong={lack('result')}
          onChange={(result) => change({ result })}
        />
      ) : null}
      <PhotoField label={t('spot.photo')} hint={t('spot.photoHint')} photos={hold.photos} most={mostPhotos} onChange={hold.setPhotos} />
      <TextBox
        label={t('spot.phone')}
        hint={t('spot.phoneHint')}
        type="tel"
        value={values.phone}
        maxLength={20}
        onChange={(phone) => change({ phone })}
      />
    </>
  )
}

function Made({ caseId, settled, again }: { caseId: string | null; settled: boolean; again: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('spot.doneTitle')}>
      {caseId === null ? (
        <Note tone="paused" icon="cloud">
          {t('outbox.offlineKept')}
        </Note>
      ) : (
        <Note tone="done" icon="done">
          {t(settled ? 'spot.doneSettled' : 'spot.donePassedOn')}
        </Note>
      )}
      <div className="pair">
        {caseId === null ? null : (
          <Go to="/work/$caseId" params={{ caseId }}>
            {t('spot.see')}
          </Go>
        )}
        <Press onPress={again}>{t('spot.another')}</Press>
        <Go to="/work" look="main">
          {t('bar.today')}
        </Go>
      </div>
    </Screen>
  )
}

interface Outcome {
  readonly caseId: string | null
  readonly settled: boolean
}

/** 小事一格解决,大事全网联动: what is found on the spot is settled or passed on, in one go. */
export function OnSpotPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  const hold = useDraft<SpotDraft>('spot', emptySpot)
  const [asked, setAsked] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [made, setMade] = useState<Outcome | null>(null)
  if (!hold.ready || me.isPending) return <Skeleton tall />
  if (me.data?.account.kind !== 'staff') {
    return (
      <Screen title={t('spot.title')} back>
        <Empty action={<Go to="/report">{t('home.sayIt')}</Go>}>{t('spot.residents')}</Empty>
      </Screen>
    )
  }
  if (made) return <Made {...made} again={() => setMade(null)} />
  const lacks = spotLacks(hold.values)
  const send = async () => {
    setAsked(true)
    if (lacks.length > 0) return
    setSending(true)
    setProblem(null)
    const photos = hold.photos.length > 0 ? { photos: hold.photos, photosAt: spotPhotosAt(hold.values) } : {}
    const row = await sayNow({
      kind: 'staffReport',
      title: titleOf(hold.values.text),
      path: '/api/cases',
      body: spotBody(hold.values),
      ...photos,
    })
    setSending(false)
    if (row.state === 'refused' && row.problem) {
      await drop(row.id)
      return setProblem(new Problem(row.problem.status, row.problem))
    }
    setMade({
      caseId: row.state === 'sent' ? ((row.answer as { id?: string } | null)?.id ?? null) : null,
      settled: hold.values.end === 'settled',
    })
    setAsked(false)
    hold.clear()
  }
  return (
    <Screen title={t('spot.title')} back>
      <Questions hold={hold} lacks={asked ? lacks : []} />
      {problem ? <Trouble problem={problem} /> : null}
      <div className="finish">
        {asked && lacks.length > 0 ? (
          <p className="wrong" role="alert">
            {lacks.map((lack) => t(`lack.${lack}`)).join(' ')}
          </p>
        ) : null}
        <Press look="main" wide onPress={() => void send()} isDisabled={sending}>
          {sending ? t('report.sending') : hold.values.end === 'settled' ? t('spot.sendSettled') : t('spot.send')}
        </Press>
      </div>
    </Screen>
  )
}
