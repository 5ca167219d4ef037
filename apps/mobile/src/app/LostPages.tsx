import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '../api/problem.ts'
import { Empty, Trouble } from '../parts/Notes.tsx'
import { Go } from '../parts/Press.tsx'
import { Screen } from '../parts/Screen.tsx'

/** An address that leads nowhere leads home. */
export function MissingPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('lost.title')}>
      <Empty action={<Go to="/">{t('lost.home')}</Go>}>{t('lost.words')}</Empty>
    </Screen>
  )
}

/** A page that broke: what was typed lies on the phone, so loading it again loses nothing. */
export function BrokenPage({ error }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('lost.broken')}>
      <Trouble problem={asProblem(error)} again={() => location.reload()} />
      <Go to="/">{t('lost.home')}</Go>
    </Screen>
  )
}
