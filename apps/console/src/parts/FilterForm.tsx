import { Button, Checkbox, Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../app/language.ts'
import { AreaPicker } from './pickers/AreaPicker.tsx'
import { CategoryPicker } from './pickers/CategoryPicker.tsx'
import { UnitPicker } from './pickers/UnitPicker.tsx'
import { SearchField } from './SearchField.tsx'
import { tableWords } from './table-words.ts'

interface Option {
  readonly value: string
  readonly label: string
}

/** One way to narrow a list, by the name under which it stands in the address. */
export type Filter<N extends string> = { readonly name: N; readonly label: string } & (
  | { readonly kind: 'words' | 'area' | 'category' | 'unit' | 'date' }
  /** Stands in the address as `true`. */
  | { readonly kind: 'yes' }
  /** One of many, in a list that opens. */
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly all?: string }
  /** One of few, side by side; the first is «all» and has the value ''. */
  | { readonly kind: 'tabs'; readonly options: readonly Option[] }
)

interface FilterFormProps<N extends string> {
  readonly filters: readonly Filter<N>[]
  readonly value: Readonly<Partial<Record<N, string | undefined>>>
  readonly onSet: (name: N, value: string | undefined) => void
  /** Takes all filters away; without it each is taken away on its own. */
  readonly onClear?: () => void
}

function Picker<N extends string>({
  filter,
  value,
  onSet,
}: {
  readonly filter: Filter<N>
  readonly value: string | undefined
  readonly onSet: (value: string | undefined) => void
}): ReactElement {
  const named = { label: filter.label, placeholder: filter.label, value }
  if (filter.kind === 'area') return <AreaPicker {...named} onChange={onSet} />
  if (filter.kind === 'category') return <CategoryPicker {...named} onChange={onSet} />
  return <UnitPicker {...named} onChange={(unit) => onSet(typeof unit === 'string' ? unit : undefined)} />
}

function FilterField<N extends string>({
  filter,
  value,
  onSet,
}: {
  readonly filter: Filter<N>
  readonly value: string | undefined
  readonly onSet: (value: string | undefined) => void
}): ReactElement {
  switch (filter.kind) {
    case 'words':
      return <SearchField label={filter.label} value={value ?? ''} onSet={onSet} />
    case 'yes':
      return (
        <Checkbox checked={value === 'true'} onChange={(event) => onSet(event.target.checked ? 'true' : undefined)}>
          {filter.label}
        </Checkbox>
      )
    case 'tabs':
      return <Segmented aria-label={filter.label} value={value ?? ''} options={[...filter.options]} onChange={onSet} />
    case 'choice':
      return (
        <Select<string>
          allowClear
          className="filter"
          aria-label={filter.label}
          placeholder={filter.all ?? filter.label}
          popupMatchSelectWidth={false}
          {...(value !== undefined && { value })}
          options={[...filter.options]}
          onChange={onSet}
        />
      )
    case 'date':
      return (
        <label className="filter-date">
          <span className="quiet">{filter.label}</span>
          <input type="date" value={value ?? ''} onChange={(event) => onSet(event.target.value)} />
        </label>
      )
    default:
      return (
        <div className="filter">
          <Picker filter={filter} value={value} onSet={onSet} />
        </div>
      )
  }
}

/** What narrows a list, side by side; each choice stands in the address, so that a link shared is a view shared. */
export function FilterForm<N extends string>({ filters, value, onSet, onClear }: FilterFormProps<N>): ReactElement {
  const t = useWords(tableWords)
  const isFiltered = filters.some(({ name }) => value[name] !== undefined && value[name] !== '')
  return (
    <>
      {filters.map((filter) => (
        <FilterField key={filter.name} filter={filter} value={value[filter.name]} onSet={(next) => onSet(filter.name, next)} />
      ))}
      {isFiltered && onClear && (
        <Button type="text" onClick={onClear}>
          {t('clear')}
        </Button>
      )}
    </>
  )
}

/** The entries of a table of words as the options of a filter. */
export const optionsOf = <K extends string>(words: Readonly<Record<K, unknown>>, say: (key: K) => string): Option[] =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: say(value) }))
