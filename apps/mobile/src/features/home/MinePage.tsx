import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Screen } from '../../parts/Screen.tsx'
import { Matters } from './HomePage.tsx'

/** All my matters. */
export function MinePage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('home.mine')} back>
      <Matters most={200} />
    </Screen>
  )
}
