import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { install, useInstall } from '../../app/install.ts'
import { Press } from '../../parts/Press.tsx'

/** How to open the app from the home screen next time; nothing where it is there already or cannot be. */
export function InstallRow(): ReactElement | null {
  const { t } = useTranslation()
  const way = useInstall()
  if (way === 'none') return null
  if (way === 'menu') return <p className="quiet">{t('me.installMenu')}</p>
  return (
    <Press look="row" icon="add" onPress={() => void install().catch(() => undefined)}>
      {t('me.install')}
    </Press>
  )
}
