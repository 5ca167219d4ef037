import type { ReactElement } from 'react'
import type { AreaName, Page } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { RemotePicker } from './RemotePicker.tsx'
import { pickerWords } from './words.ts'

interface AreaPickerProps {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly known?: readonly AreaName[]
  readonly label?: string
  readonly invalid?: boolean
  readonly size?: 'small' | 'middle' | 'large'
  /** Says what may be chosen; by default any area. */
  readonly placeholder?: string
  readonly level?: string
}

interface AreaHit extends AreaName {
  readonly path?: readonly AreaName[]
}

/** An area of the city by a part of its name. */
export function AreaPicker({ known, onChange, placeholder, level, ...props }: AreaPickerProps): ReactElement {
  const t = useWords(pickerWords)
  return (
    <RemotePicker
      {...props}
      {...(known && { known: known.map((area) => ({ value: area.code, label: area.name })) })}
      placeholder={placeholder ?? t('area')}
      scope={`areas ${level ?? ''}`}
      onChange={(value) => onChange(typeof value === 'string' ? value : undefined)}
      find={async (q, signal) => {
        const page = await api.get<Page<AreaHit>>('/api/areas', { q, level, limit: 30 }, { signal })
        return page.items.map((area) => ({
          value: area.code,
          label: area.name,
          note: (area.path ?? []).map((one) => one.name).join(' › ') || area.code,
        }))
      }}
    />
  )
}
