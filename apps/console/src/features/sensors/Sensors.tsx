import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Alarms } from './Alarms.tsx'
import { Devices } from './Devices.tsx'
import { Rules } from './Rules.tsx'

const route = getRouteApi('/desk/sensors')

/** 物联: what devices say, what of it is an alarm, and by which rule. */
export function Sensors(): ReactElement {
  const { tab } = route.useSearch()
  if (tab === 'devices') return <Devices />
  return tab === 'rules' ? <Rules /> : <Alarms />
}
