import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Screen } from '../../parts/Screen.tsx'
import { Matters } from './HomePage.tsx'

const page = 20

/** All my matters. */
export function MinePage(): ReactElement {
  const { t } = useTranslation()
  const [most, setMost] = useState(page)
  return (
    <Screen title={t('home.mine')} back>
      <Matters most={most} onMore={() => setMost(most + page)} />
    </Screen>
  )
}
