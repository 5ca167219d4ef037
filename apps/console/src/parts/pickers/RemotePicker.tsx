import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../../app/language.ts'
import { pickerWords } from './words.ts'

export interface Option {
  readonly value: string
  readonly label: string
  /** A second, quiet line of the label. */
  readonly note?: string
}

interface RemotePickerProps {
  readonly id?: string
  readonly several?: boolean
  readonly value: string | readonly string[] | undefined
  readonly onChange: (value: string | readonly string[] | undefined) => void
  readonly placeholder: string
  /** Names of what is chosen already. */
  readonly known?: readonly Option[]
  readonly scope: string
  readonly find: (q: string, signal: AbortSignal) => Promise<readonly Option[]>
  readonly label?: string
  readonly invalid?: boolean
  readonly size?: 'small' | 'middle' | 'large'
}

function merged(found: readonly Option[], known: readonly Option[], chosen: readonly string[]): Option[] {
  const rest = known.filter((option) => chosen.includes(option.value) && !found.some((one) => one.value === option.value))
  return [...rest, ...found]
}

function renderOption(option: { readonly label?: ReactNode; readonly data: object }): ReactNode {
  return (
    <span className="picker-option">
      {option.label} <span className="quiet small">{(option.data as Option).note}</span>
    </span>
  )
}

/** A choice out of a register on the server: a few letters are typed, the fitting entries come. */
export function RemotePicker(props: RemotePickerProps): ReactElement {
  const t = useWords(pickerWords)
  const [q, setQ] = useState('')
  const [opened, setOpened] = useState(false)
  const [names, setNames] = useState<readonly Option[]>([])
  const wanted = useDeferredValue(q.trim())
  const found = useQuery({
    queryKey: ['picker', props.scope, wanted],
    queryFn: ({ signal }) => props.find(wanted, signal),
    enabled: opened,
    staleTime: 60_000,
  })
  const chosen = props.value === undefined ? [] : typeof props.value === 'string' ? [props.value] : [...props.value]
  const options = merged(found.data ?? [], [...names, ...(props.known ?? [])], chosen)
  return (
    <Select<string | string[]>
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      {...(props.several && { mode: 'multiple' as const })}
      {...(props.invalid && { status: 'error' as const })}
      size={props.size ?? 'middle'}
      className="picker"
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={props.placeholder}
      value={props.several ? chosen : (chosen[0] ?? (null as unknown as string))}
      options={options.map((option) => ({ value: option.value, label: option.label, note: option.note }))}
      optionRender={renderOption}
      notFoundContent={found.isFetching ? t('searching') : t('nothing')}
      onOpenChange={(open) => open && setOpened(true)}
      onChange={(value) => {
        const values = value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value
        setNames((before) => [
          ...before,
          ...options.filter((option) => values.includes(option.value) && !before.some((one) => one.value === option.value)),
        ])
        props.onChange(props.several ? values : values[0])
      }}
    />
  )
}
