import { useRouter } from '@tanstack/react-router'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { agoSay } from '../app/when.ts'
import { useNow } from '../app/now.ts'
import { useSettings } from '../app/settings.ts'
import { Icon } from './Icon.tsx'

interface Props {
  readonly title: string
  /** A page one goes back from; false for the pages of the bar. */
  readonly back?: boolean
  readonly children: ReactNode
  readonly wide?: boolean
}

/** A page: its title is told to the browser and gets the focus, so that a screen reader begins here. */
export function Screen({ title, back = false, wide = false, children }: Props): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`
  }, [title, t])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  const goBack = () => (router.history.canGoBack() ? router.history.back() : void router.navigate({ to: '/' }))
  return (
    <div className={wide ? 'screen screen-wide' : 'screen'}>
      <div className="screen-head">
        {back ? (
          <Button className="press press-back" onPress={goBack} data-unread>
            <Icon name="back" />
            <span>{t('app.back')}</span>
          </Button>
        ) : null}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {children}
    </div>
  )
}

/** A part of a page with its own heading. */
export function Part({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }): ReactElement {
  return (
    <section className="part">
      <div className="part-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** A part that large print keeps folded, so that one thing stands on the screen. */
export function Fold({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const { large } = useSettings()
  if (!large) return <Part title={title}>{children}</Part>
  return (
    <details className="fold">
      <summary>{title}</summary>
      <div className="part">{children}</div>
    </details>
  )
}

/** Says that what is shown is what the phone remembers. */
export function Remembered({ keptAt }: { keptAt: number | null }): ReactElement | null {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const now = useNow()
  if (keptAt === null) return null
  return <output className="fine">{t('app.remembered', { ago: agoSay(keptAt, now, lang) })}</output>
}
