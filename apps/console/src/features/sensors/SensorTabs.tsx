import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { sensorWords } from './words.ts'

const route = getRouteApi('/desk/sensors')

/** Alarms, devices and rules, side by side. */
export function SensorTabs(): ReactElement {
  const t = useWords(sensorWords)
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="filters-tabs">
      <Segmented
        aria-label={t('title')}
        value={tab ?? 'alarms'}
        options={[
          { value: 'alarms', label: t('alarms') },
          { value: 'devices', label: t('devices') },
          { value: 'rules', label: t('rules') },
        ]}
        onChange={(value) => void navigate({ search: value === 'alarms' ? {} : { tab: value } })}
      />
    </div>
  )
}
