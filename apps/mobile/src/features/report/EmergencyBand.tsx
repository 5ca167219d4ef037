import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/Icon.tsx'
import { Dial } from '../../parts/Press.tsx'
import { Tick } from '../../parts/Tick.tsx'
import { dialOrder, type Service } from './emergency.ts'

interface Props {
  readonly services: readonly Service[]
  readonly said: string
  readonly called?: boolean
  /** Absent where nothing is being filled in. */
  readonly onCalled?: (yes: boolean) => void
}

/** Danger: call first. The form stays open below; nothing here claims that anybody was told. */
export function EmergencyBand({ services, said, called = false, onCalled }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="emergency" role="alert" aria-label={t('emergency.title')}>
      <p className="emergency-title">
        <Icon name="warn" />
        <b>{t('emergency.title')}</b>
      </p>
      <p>{said || t('emergency.why')}</p>
      <div className="emergency-dials">
        {dialOrder(services).map((service) => (
          <Dial key={service} number={service} look={services.includes(service) ? 'main' : 'plain'} wide>
            {t(`emergency.dial${service}`)}
          </Dial>
        ))}
      </div>
      {onCalled ? (
        <Tick selected={called} onChange={onCalled}>
          {t('emergency.called')}
        </Tick>
      ) : null}
    </section>
  )
}

/** The quiet line when nothing says danger: the numbers are there all the same. */
export function EmergencyLine(): ReactElement {
  const { t } = useTranslation()
  return (
    <p className="fine emergency-quiet">
      {t('emergency.quiet')}
      <a href="tel:110">110</a>
      <a href="tel:119">119</a>
      <a href="tel:120">120</a>
    </p>
  )
}
