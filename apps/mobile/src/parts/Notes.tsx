import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, unreachable } from '../api/problem.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Go, Press } from './Press.tsx'

/** A quiet line with a sign and a word; `tone` is a state colour and never the only sign. */
export function Note({ tone = 'waiting', icon, children }: { tone?: string; icon?: IconName; children: ReactNode }): ReactElement {
  return (
    <div className={`note note-${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      <div className="note-words">{children}</div>
    </div>
  )
}

/** The real shape of what is coming, after 300 ms: what comes sooner does not flicker. */
export function Skeleton({ rows = 3, tall = false }: { rows?: number; tall?: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return <div className="skeleton-space" />
  return (
    <output aria-label={t('app.loading')} className="skeleton">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={tall ? 'skeleton-card skeleton-tall' : 'skeleton-card'}>
          <i className="skeleton-line skeleton-long" />
          <i className="skeleton-line skeleton-short" />
        </div>
      ))}
    </output>
  )
}

/** Nothing here: one sentence and one action. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}

/** The sentence for a problem: the server's own, or ours where there was none. */
export function useTroubleSay(): (problem: Problem) => string {
  const { t } = useTranslation()
  return (problem) => {
    if (problem.code === unreachable) return t('trouble.offline')
    if (problem.detail) return problem.detail
    if (problem.status === 403) return t('trouble.forbidden')
    if (problem.status === 404) return t('trouble.missing')
    return problem.status >= 500 ? t('trouble.server') : t('trouble.other')
  }
}

/** What went wrong, what to do, once more, and the code in small print. */
export function Trouble({ problem, again }: { problem: Problem; again?: () => void }): ReactElement {
  const { t } = useTranslation()
  const say = useTroubleSay()
  return (
    <div role="alert" className="trouble">
      <Icon name={problem.code === unreachable ? 'cloud' : 'warn'} />
      <div>
        <p>{say(problem)}</p>
        {problem.errors.map((field) => (
          <p key={field.path + field.code}>{field.detail}</p>
        ))}
        {problem.status === 401 && problem.code !== 'session.wrong' ? <Go to="/sign-in">{t('home.signIn')}</Go> : null}
        {again ? <Press onPress={again}>{t('trouble.again')}</Press> : null}
        <p className="fine">
          {t('trouble.code')} {problem.code}
          {problem.requestId ? ` · ${problem.requestId}` : ''}
        </p>
      </div>
    </div>
  )
}
