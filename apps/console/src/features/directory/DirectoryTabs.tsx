import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { directoryWords } from './words.ts'

const route = getRouteApi('/desk/directory')

export function DirectoryTabs(): ReactElement {
  const t = useWords(directoryWords)
  const { tab } = route.useSearch()
  const navigate = route.useNavigate()
  const counts = [useIs('systemAdmin'), useIs('dispatcher'), useIs('adjudicator'), useIs('supervisor'), useIs('departmentLead')]
  return (
    <div className="filters-tabs">
      <Segmented
        aria-label={t('title')}
        value={tab ?? 'editions'}
        options={[
          { value: 'editions', label: t('editions') },
          { value: 'agreements', label: t('agreements') },
          { value: 'precedents', label: t('precedents') },
          ...(counts.includes(true) ? [{ value: 'returns', label: t('returns') }] : []),
        ]}
        onChange={(value) => void navigate({ search: value === 'editions' ? {} : { tab: value } })}
      />
    </div>
  )
}
