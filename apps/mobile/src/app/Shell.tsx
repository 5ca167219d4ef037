import { Link, Outlet, useRouter } from '@tanstack/react-router'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Press } from '../parts/Press.tsx'
import { Bar } from './Bar.tsx'
import { OutboxLine } from './OutboxLine.tsx'
import { changeSettings, useSettings } from './settings.ts'
import { useChanges } from './changes.ts'

function Top(): ReactElement {
  const { t } = useTranslation()
  const { lang, large } = useSettings()
  return (
    <header className="top">
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width={28} height={28} />
        {t('app.name')}
      </Link>
      <div className="top-tools">
        <Press look="quiet" aria-pressed={large} onPress={() => changeSettings({ large: !large })}>
          {large ? t('app.normalPrint') : t('app.largePrint')}
        </Press>
        <Press look="quiet" onPress={() => changeSettings({ lang: lang === 'zh' ? 'en' : 'zh' })}>
          <span lang={lang === 'zh' ? 'en' : 'zh-CN'}>{lang === 'zh' ? 'English' : '中文'}</span>
        </Press>
      </div>
    </header>
  )
}

/** The frame of every page: name, large print and language above; the bar and what waits to be sent below. */
export function Shell(): ReactElement {
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  const router = useRouter()
  useChanges()
  useEffect(() => router.subscribe('onResolved', ({ pathChanged }) => pathChanged && window.scrollTo(0, 0)), [router])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Top />
      <main id="main" ref={main} tabIndex={-1} className="main">
        <Outlet />
      </main>
      <div className="foot">
        <OutboxLine />
        <Bar main={main} />
      </div>
    </div>
  )
}
