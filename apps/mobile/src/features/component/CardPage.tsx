import type { Schemas } from '@linli/api'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../app/ask.ts'
import { useSay } from '../../app/language.ts'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Dial, Go } from '../../parts/Press.tsx'
import { Remembered, Screen } from '../../parts/Screen.tsx'
import { FaultForm } from './FaultForm.tsx'
import { StaffPart } from './StaffPart.tsx'
import '../../styles/component.css'

type Card = Schemas['ComponentCard']

/** The code in the groups in which it is printed. */
const spaced = (code: string): string => `${code.slice(0, 6)} ${code.slice(6, -6)} ${code.slice(-6)}`

function What({ card }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <section className="card component-what">
      <p className="component-name">
        <b>{card.name}</b> <span className={`component-state component-${card.state}`}>{say(card.stateSay)}</span>
      </p>
      <dl className="facts">
        <dt>{t('component.where')}</dt>
        <dd>{[card.area, card.placeWords].filter(Boolean).join(' ')}</dd>
        {card.keeper ? (
          <>
            <dt>{t('component.keeper')}</dt>
            <dd>{card.keeper.name}</dd>
          </>
        ) : null}
        {card.owner ? (
          <>
            <dt>{t('component.owner')}</dt>
            <dd>{card.owner.name}</dd>
          </>
        ) : null}
        {card.metres === null ? null : (
          <>
            <dt>{t('component.length')}</dt>
            <dd>{t('component.metres', { n: Math.round(card.metres) })}</dd>
          </>
        )}
        <dt>{t('component.number')}</dt>
        <dd className="figures">{spaced(card.code)}</dd>
      </dl>
    </section>
  )
}

function Shown({ card, keptAt }: { card: Card; keptAt: number | null }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const navigate = useNavigate()
  const phone = card.keeper?.phone ?? card.owner?.phone ?? null
  return (
    <Screen title={say(card.type.name)} back>
      <Remembered keptAt={keptAt} />
      <What card={card} />
      {card.open > 0 ? <Note icon="list">{t('component.open', { n: card.open })}</Note> : null}
      {card.troubles.length > 0 ? (
        <FaultForm card={card} onSent={(id) => void navigate({ to: '/receipt/$id', params: { id } })} />
      ) : (
        <Empty action={<Go to="/report">{t('component.sayIt')}</Go>}>{t('component.gone')}</Empty>
      )}
      {phone ? (
        <Dial number={phone} look="row">
          {t('component.call', { number: phone })}
        </Dial>
      ) : null}
      <StaffPart code={card.code} />
    </Screen>
  )
}

/** What a scanned plate leads to: what this is, who looks after it, and two taps to say that something is wrong. */
export function CardPage(): ReactElement {
  const { t } = useTranslation()
  const { code } = useParams({ from: '/p/$code' })
  const asked = useAsk<Card>(`/api/public/components/${encodeURIComponent(code)}`)
  if (asked.data) return <Shown card={asked.data.body} keptAt={asked.data.keptAt} />
  if (asked.error?.status === 404) {
    return (
      <Screen title={t('component.noSuch')} back>
        <Empty
          action={
            <Go to="/report" look="main">
              {t('component.sayIt')}
            </Go>
          }
        >
          {t('component.noSuchWords')}
        </Empty>
      </Screen>
    )
  }
  return (
    <Screen title={t('component.title')} back>
      {asked.error ? <Trouble problem={asked.error} again={() => void asked.refetch()} /> : <Skeleton tall />}
    </Screen>
  )
}
