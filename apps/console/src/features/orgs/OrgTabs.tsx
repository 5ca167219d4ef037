import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { orgWords } from './words.ts'

const route = getRouteApi('/desk/orgs')

const tabs = ['units', 'party', 'compounds', 'companies', 'staff', 'duty', 'complete'] as const
type Tab = (typeof tabs)[number]

/** The parts of the register of organisations. */
export function OrgTabs(): ReactElement {
  const t = useWords(orgWords)
  const { tab = 'units' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Segmented<Tab>
      aria-label={t('title')}
      value={tabs.find((one) => one === tab) ?? 'units'}
      options={tabs.map((value) => ({ value, label: t(value) }))}
      onChange={(value) => void navigate({ search: { tab: value } })}
    />
  )
}
