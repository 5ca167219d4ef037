import { QrCode } from '@linli/ui/qr'
import { useParams } from '@tanstack/react-router'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../api/cases.ts'
import { helpLine } from '../../app/help-line.ts'
import { useSay } from '../../app/language.ts'
import { sendWaiting, useWaiting } from '../../app/outbox.ts'
import { Empty, Note, Skeleton, Trouble, useTroubleSay } from '../../parts/Notes.tsx'
import { Dial, Go, Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { ShareLink } from '../../parts/ShareLink.tsx'
import { Problem } from '@linli/api'
import type { Waiting } from '../../store/rows.ts'
import { seen } from '../../store/outbox.ts'
import { Due } from '../home/Parcel.tsx'
import { EmergencyBand } from './EmergencyBand.tsx'
import { servicesFor } from './emergency.ts'
import { saveSlip } from './slip.ts'
import '../../styles/report.css'

/** The code as one reads it out: two groups of four. */
export function readable(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code
}

function Emergency({ receipt, text }: { receipt: Receipt; text: string }): ReactElement | null {
  const { t } = useTranslation()
  if (!receipt.emergency) return null
  return <EmergencyBand services={servicesFor(text)} said={t('emergency.now')} />
}

function Keep({ receipt, link }: { receipt: Receipt; link: string }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const lines = [
    t('receipt.number', { number: receipt.number }),
    t('receipt.codeIs', { code: readable(receipt.code) }),
    say(receipt.promise),
    link,
  ]
  return (
    <div className="pair no-print" data-unread>
      <Press icon="save" onPress={() => void saveSlip({ title: t('receipt.slip'), lines, link }, `linli-${receipt.number}.png`)}>
        {t('receipt.save')}
      </Press>
      <Press icon="print" onPress={() => window.print()}>
        {t('receipt.print')}
      </Press>
      <ShareLink title={t('receipt.slip')} link={link} />
    </div>
  )
}

function Sent({ row, receipt }: { row: Waiting; receipt: Receipt }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  useEffect(() => {
    void seen(row.id)
  }, [row.id])
  const link = new URL(receipt.link, location.origin).href
  const token = receipt.link.replace(/^.*\/c\//, '')
  return (
    <Screen title={t('receipt.title')} wide={false}>
      <Emergency receipt={receipt} text={String(row.body.text ?? '')} />
      <div className="receipt">
        <p>{say(receipt.promise)}</p>
        {receipt.dueAt ? <Due at={receipt.dueAt} short /> : null}
        <div>
          <p className="quiet">{t('receipt.numberLabel')}</p>
          <p className="receipt-number">{receipt.number}</p>
        </div>
        <div>
          <p className="quiet">{t('receipt.codeLabel')}</p>
          <p className="receipt-code">{readable(receipt.code)}</p>
        </div>
        <div className="receipt-key">
          <p>{t('receipt.secret')}</p>
          <QrCode text={link} label={t('receipt.qr')} />
        </div>
        <div>
          <p className="label">{t('receipt.again')}</p>
          <ol className="ways">
            <li>{t('receipt.wayQr')}</li>
            <li>{t('receipt.wayCode', { code: readable(receipt.code), host: location.host })}</li>
            {row.body.reporter ? <li>{t('receipt.wayCall', { number: helpLine })}</li> : null}
          </ol>
        </div>
      </div>
      <Keep receipt={receipt} link={link} />
      <div className="pair no-print">
        <Go to="/c/$token" params={{ token }} look="main">
          {t('receipt.follow')}
        </Go>
        <Go to="/">{t('lost.home')}</Go>
      </div>
    </Screen>
  )
}

function Kept({ row }: { row: Waiting }): ReactElement {
  const { t } = useTranslation()
  const troubleSay = useTroubleSay()
  const services = servicesFor(String(row.body.text ?? ''))
  return (
    <Screen title={t('receipt.keptTitle')}>
      {services.length > 0 ? <EmergencyBand services={services} said={t('emergency.notSent')} /> : null}
      <Note tone="paused" icon="cloud">
        <b>{t('outbox.offlineKept')}</b>
        <span>{t('receipt.keptWords', { title: row.title })}</span>
        {row.problem && row.problem.status !== 0 ? <span>{troubleSay(new Problem(row.problem.status, row.problem))}</span> : null}
      </Note>
      <div className="pair">
        <Press look="main" onPress={() => void sendWaiting()}>
          {t('outbox.now')}
        </Press>
        <Dial number={helpLine}>{t('home.call', { number: helpLine })}</Dial>
        <Go to="/">{t('lost.home')}</Go>
      </div>
    </Screen>
  )
}

/** What a report has become: a number and a key to it, or a promise of the phone to send it. */
export function ReceiptPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/receipt/$id' })
  const row = useWaiting(id)
  if (row === undefined) return <Skeleton tall />
  if (row === null) {
    return (
      <Screen title={t('receipt.gone')} back>
        <Empty action={<Go to="/find">{t('home.find')}</Go>}>{t('receipt.goneWords')}</Empty>
      </Screen>
    )
  }
  if (row.state === 'sent') return <Sent row={row} receipt={row.answer as Receipt} />
  if (row.state === 'refused' && row.problem) {
    return (
      <Screen title={t('receipt.refused')} back>
        <Trouble problem={new Problem(row.problem.status, row.problem)} />
        <Go to="/waiting">{t('outbox.title')}</Go>
      </Screen>
    )
  }
  return <Kept row={row} />
}
