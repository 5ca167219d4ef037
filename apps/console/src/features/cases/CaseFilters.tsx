import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import type { CaseFilter } from './list-filter.ts'
import { channelWords, listWords, stateWords } from './words.ts'

interface CaseFiltersProps {
  readonly filter: CaseFilter
  readonly onSet: (name: keyof CaseFilter, value: string | undefined) => void
  readonly onClear: () => void
}

/** What narrows the list of matters; each choice stands in the address. */
export function CaseFilters({ filter, onSet, onClear }: CaseFiltersProps): ReactElement {
  const t = useWords(listWords)
  const s = useWords(stateWords)
  const c = useWords(channelWords)
  const due = [
    { value: 'late', label: t('dueLate') },
    { value: 'soon', label: t('dueSoon') },
  ]
  return (
    <search className="filters no-print">
      <FilterForm<keyof CaseFilter>
        filters={[
          { kind: 'words', name: 'q', label: t('q') },
          { kind: 'choice', name: 'state', label: t('state'), options: optionsOf(stateWords, s) },
          { kind: 'choice', name: 'due', label: t('due'), options: due },
          { kind: 'area', name: 'area', label: t('area') },
          { kind: 'category', name: 'category', label: t('category') },
          { kind: 'unit', name: 'unit', label: t('unit') },
          { kind: 'choice', name: 'channel', label: t('channel'), options: optionsOf(channelWords, c) },
        ]}
        value={filter}
        onSet={onSet}
        onClear={onClear}
      />
    </search>
  )
}
