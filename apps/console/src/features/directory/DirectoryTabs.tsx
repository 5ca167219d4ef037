import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { directoryWords } from './words.ts'

const route = getRouteApi('/desk/directory')

export function DirectoryTabs(): ReactElement {
  const t = useWords(directoryWords)
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="filters-tabs">
      <Segmented
        aria-label={t('title')}
        value={tab === 'agreements' ? 'agreements' : 'editions'}
        options={[
          { value: 'editions', label: t('editions') },
          { value: 'agreements', label: t('agreements') },
        ]}
        onChange={(value) => void navigate({ search: value === 'agreements' ? { tab: value } : {} })}
      />
    </div>
  )
}
