import { Problem } from '@linli/api'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../app/now.ts'
import { sendWaiting, useOutbox } from '../../app/outbox.ts'
import { useAccount } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { Empty, Note, Trouble } from '../../parts/Notes.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { drop, tryAgain } from '../../store/outbox.ts'
import type { Waiting } from '../../store/rows.ts'

function Row({ row, mine }: { row: Waiting; mine: boolean }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const now = useNow()
  const again = async () => {
    await tryAgain(row.id)
    await sendWaiting()
  }
  return (
    <li className="card">
      <span className="card-title">{row.title}</span>
      <span className="fine">
        {momentSay(new Date(row.at).toISOString(), now, lang)}
        {row.photos.length > 0 ? ` · ${t('outbox.photos', { n: row.photos.length })}` : ''}
      </span>
      {row.state === 'waiting' && !mine ? <Note icon="person">{t('outbox.otherAccount')}</Note> : null}
      {row.state === 'refused' && row.problem ? (
        <>
          <Trouble problem={new Problem(row.problem.status, row.problem)} />
          <div className="pair">
            <Press onPress={() => void again()}>{t('trouble.again')}</Press>
            <Press look="danger" onPress={() => void drop(row.id)}>
              {t('outbox.drop')}
            </Press>
          </div>
        </>
      ) : null}
      {row.state === 'sent' ? (
        <Go to="/receipt/$id" params={{ id: row.id }}>
          {t('home.seeReceipt')}
        </Go>
      ) : null}
    </li>
  )
}

/** What lies on the phone: what waits for a network, and what the server would not take. */
export function WaitingPage(): ReactElement {
  const { t } = useTranslation()
  const account = useAccount()
  const rows = useOutbox().filter((row) => row.state !== 'sent' || (row.kind === 'report' && !row.seen))
  const waiting = rows.some((row) => row.state === 'waiting')
  return (
    <Screen title={t('outbox.title')} back>
      <p>{t('outbox.explain')}</p>
      {rows.length === 0 ? <Empty action={<Go to="/">{t('lost.home')}</Go>}>{t('outbox.none')}</Empty> : null}
      <ul className="rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} mine={row.account === null || row.account === account} />
        ))}
      </ul>
      {waiting ? (
        <Press look="main" wide onPress={() => void sendWaiting()}>
          {t('outbox.now')}
        </Press>
      ) : null}
    </Screen>
  )
}
