import { Link } from '@tanstack/react-router'
import type { ReactElement, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../parts/Icon.tsx'
import { useAsk } from './ask.ts'
import { helpLine } from './help-line.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { useMe } from './session.ts'
import { useSettings } from './settings.ts'

function Item({
  to,
  icon,
  exact = false,
  count = 0,
  children,
}: {
  to: string
  icon: IconName
  exact?: boolean
  count?: number
  children: string
}): ReactElement {
  return (
    <Link to={to} className="bar-item" activeOptions={{ exact }}>
      <Icon name={icon} />
      {count > 0 ? <span className="bar-count">{count}</span> : null}
      <span>{children}</span>
    </Link>
  )
}

function Call(): ReactElement {
  const { t } = useTranslation()
  return (
    <a className="bar-item" href={`tel:${helpLine}`}>
      <Icon name="phone" />
      <span>{t('bar.call', { number: helpLine })}</span>
    </a>
  )
}

/** The thumb zone. In large print: home, the phone number, and reading aloud; nothing else. */
export function Bar({ main }: { main: RefObject<HTMLElement | null> }): ReactElement {
  const { t } = useTranslation()
  const { large } = useSettings()
  const me = useMe().data
  const staff = me?.account.kind === 'staff'
  const unread = useAsk<{ unread: number }>('/api/inbox?limit=1', { enabled: Boolean(me) && !large, every: 60_000 })
  return (
    <nav className="bar" aria-label={t('bar.name')}>
      <Item to={staff ? '/work' : '/'} icon={staff ? 'list' : 'home'} exact={!staff} count={staff ? (me?.counts.waiting ?? 0) : 0}>
        {staff ? t('bar.today') : t('bar.home')}
      </Item>
      {staff ? (
        <Item to="/on-the-spot" icon="add">
          {t('bar.report')}
        </Item>
      ) : (
        <Call />
      )}
      {staff && large ? <Call /> : null}
      {large ? (
        <ReadAloud main={main} />
      ) : (
        <Item to="/inbox" icon="inbox" count={unread.data?.body.unread ?? 0}>
          {t('bar.inbox')}
        </Item>
      )}
      <Item to="/me" icon="person">
        {t('bar.me')}
      </Item>
    </nav>
  )
}
