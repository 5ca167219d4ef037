import { Icon } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import type { Me } from '../../api-types.ts'
import { useWords } from '../language.ts'
import { pagesFor } from './pages.ts'
import type { PageEntry } from './pages.ts'
import { pageWords, shellWords } from './words.ts'

interface EntriesProps {
  readonly me: Me
  readonly onGo?: () => void
}

function Entry({ page, me, onGo }: EntriesProps & { readonly page: PageEntry }): ReactElement {
  const p = useWords(pageWords)
  const t = useWords(shellWords)
  const { waiting, late } = me.counts
  return (
    <Link to={page.path} onClick={onGo} className="rail-entry" activeProps={{ className: 'rail-entry rail-here', 'aria-current': 'page' }}>
      <Icon name={page.icon} />
      <span className="rail-word">{p(page.words)}</span>
      {page.path === '/list' && waiting > 0 && (
        <span
          className={late > 0 ? 'rail-count rail-late' : 'rail-count'}
          title={late > 0 ? t('late', { count: late }) : t('waiting', { count: waiting })}
        >
          {waiting > 999 ? '999+' : waiting}
        </span>
      )}
    </Link>
  )
}

function Entries({ me, onGo = () => undefined }: EntriesProps): ReactElement {
  const t = useWords(shellWords)
  const roles = me.posts.map((post) => post.role)
  const care = pagesFor(roles, 'care')
  return (
    <>
      <Link to="/" className="rail-name" onClick={onGo}>
        <img src="/desk/icon.svg" alt="" width={24} height={24} />
        {t('name')}
      </Link>
      {pagesFor(roles, 'work').map((page) => (
        <Entry key={page.path} page={page} me={me} onGo={onGo} />
      ))}
      {care.length > 0 && <div className="rail-group">{t('care')}</div>}
      {care.map((page) => (
        <Entry key={page.path} page={page} me={me} onGo={onGo} />
      ))}
    </>
  )
}

export function Rail({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(shellWords)
  return (
    <nav className="rail" aria-label={t('rail')}>
      <Entries me={me} />
    </nav>
  )
}

/** The rail on a narrow screen: it lies over the page, and closes when a page is chosen. */
export function RailDrawer({ me, open, onClose }: { readonly me: Me; readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const t = useWords(shellWords)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="rail-drawer" aria-label={t('rail')} onClose={onClose}>
      <button type="button" className="plain-button rail-close" aria-label={t('closeMenu')} onClick={onClose}>
        <Icon name="close" />
      </button>
      {open && <Entries me={me} onGo={onClose} />}
    </dialog>
  )
}
