import { Icon } from '@linli/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { MenuProps } from 'antd'
import type { ReactElement } from 'react'
import type { Me } from '../../api-types.ts'
import { languageNames, otherLang, setLang, useSay, useWords } from '../language.ts'
import { useScheme, wish } from '../scheme.ts'
import { signOut } from '../session.ts'
import { pageWords, shellWords } from './words.ts'

function useAccountMenu(me: Me): MenuProps {
  const t = useWords(shellWords)
  const p = useWords(pageWords)
  const say = useSay()
  const navigate = useNavigate()
  const scheme = useScheme()
  return {
    items: [
      {
        type: 'group',
        label: t('posts'),
        children: me.posts.map((post) => ({ key: post.id, label: `${post.area.name} · ${say(post.roleSay)}`, disabled: true })),
      },
      { type: 'divider' },
      { key: 'settings', label: p('settings') },
      { key: 'lang', label: <span lang={otherLang()}>{languageNames[otherLang()]}</span> },
      { key: 'scheme', label: scheme === 'dark' ? t('light') : t('dark') },
      { type: 'divider' },
      { key: 'out', label: t('signOut') },
    ],
    onClick: ({ key }) => {
      if (key === 'settings') void navigate({ to: '/settings' })
      else if (key === 'lang') setLang(otherLang())
      else if (key === 'scheme') wish(scheme === 'dark' ? 'light' : 'dark')
      else if (key === 'out') void signOut()
    },
  }
}

/** Where one is, the search, the messages, oneself. */
export function TopBar({
  me,
  onMenu,
  onFind,
}: {
  readonly me: Me
  readonly onMenu: () => void
  readonly onFind: () => void
}): ReactElement {
  const t = useWords(shellWords)
  const p = useWords(pageWords)
  const say = useSay()
  const menu = useAccountMenu(me)
  const [first] = me.posts
  return (
    <header className="top">
      <button type="button" className="plain-button top-menu" aria-label={t('menu')} onClick={onMenu}>
        <Icon name="menu" />
      </button>
      {first && (
        <div className="top-place">
          <span>{first.area.name}</span>
          <span className="l-quiet">
            {first.org.name} · {say(first.roleSay)}
            {me.posts.length > 1 && ` +${me.posts.length - 1}`}
          </span>
        </div>
      )}
      <button type="button" className="top-find" aria-label={t('find')} onClick={onFind} aria-keyshortcuts="Meta+K Control+K">
        <Icon name="search" size={16} />
        <span>{t('find')}</span>
        <kbd>⌘K</kbd>
      </button>
      <Link to="/inbox" className="top-bell" aria-label={p('inbox')} title={p('inbox')}>
        <Icon name="bell" />
      </Link>
      <Dropdown menu={menu} trigger={['click']} placement="bottomRight">
        <button type="button" className="plain-button top-me" aria-label={t('account', { name: me.account.name })}>
          {me.account.name}
          <Icon name="down" size={14} />
        </button>
      </Dropdown>
    </header>
  )
}
