import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnline } from '../api/online.ts'
import { Icon } from '../parts/Icon.tsx'
import { useOutbox } from './outbox.ts'

/** The quiet line above the bar: no network, how much waits, and what could not be sent. */
export function OutboxLine(): ReactElement | null {
  const { t } = useTranslation()
  const online = useOnline()
  const rows = useOutbox()
  const waiting = rows.filter((row) => row.state === 'waiting').length
  const refused = rows.filter((row) => row.state === 'refused').length
  if (online && waiting === 0 && refused === 0) return null
  return (
    <Link to="/waiting" className="offline">
      <Icon name={online ? 'save' : 'cloud'} />
      <output className="offline-words">
        {online ? t('outbox.sending') : waiting > 0 ? t('outbox.offlineKept') : t('outbox.offline')}
        {refused > 0 ? ` ${t('outbox.refused', { n: refused })}` : ''}
      </output>
      {waiting > 0 ? <b>{t('outbox.count', { n: waiting })}</b> : null}
    </Link>
  )
}
