import { Button, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { CategoryPicker } from '../../parts/pickers/CategoryPicker.tsx'
import { UnitPicker } from '../../parts/pickers/UnitPicker.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { isFiltered } from './list-filter.ts'
import type { CaseFilter } from './list-filter.ts'
import { channelWords, listWords, stateWords } from './words.ts'

interface CaseFiltersProps {
  readonly filter: CaseFilter
  readonly onSet: (name: keyof CaseFilter, value: string | undefined) => void
  readonly onClear: () => void
}

const keysOf = <T extends object>(table: T): Extract<keyof T, string>[] => Object.keys(table) as Extract<keyof T, string>[]

/** What narrows the list; each choice stands in the address. */
export function CaseFilters({ filter, onSet, onClear }: CaseFiltersProps): ReactElement {
  const t = useWords(listWords)
  const s = useWords(stateWords)
  const c = useWords(channelWords)
  const choice = (name: 'state' | 'channel' | 'due', options: { value: string; label: string }[]): ReactElement => (
    <Select<string>
      allowClear
      className="filter"
      aria-label={t(name)}
      placeholder={t(name)}
      popupMatchSelectWidth={false}
      {...(filter[name] !== undefined && { value: filter[name] })}
      options={options}
      onChange={(value) => onSet(name, value)}
    />
  )
  return (
    <search className="filters no-print">
      <SearchField label={t('q')} value={filter.q ?? ''} onSet={(q) => onSet('q', q)} />
      {choice(
        'state',
        keysOf(stateWords).map((value) => ({ value, label: s(value) })),
      )}
      {choice('due', [
        { value: 'late', label: t('dueLate') },
        { value: 'soon', label: t('dueSoon') },
      ])}
      <div className="filter">
        <AreaPicker label={t('area')} placeholder={t('area')} value={filter.area} onChange={(value) => onSet('area', value)} />
      </div>
      <div className="filter">
        <CategoryPicker
          label={t('category')}
          placeholder={t('category')}
          value={filter.category}
          onChange={(value) => onSet('category', value)}
        />
      </div>
      <div className="filter">
        <UnitPicker
          label={t('unit')}
          placeholder={t('unit')}
          value={filter.unit}
          onChange={(value) => onSet('unit', typeof value === 'string' ? value : undefined)}
        />
      </div>
      {choice(
        'channel',
        keysOf(channelWords).map((value) => ({ value, label: c(value) })),
      )}
      {isFiltered(filter) && (
        <Button type="text" onClick={onClear}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
