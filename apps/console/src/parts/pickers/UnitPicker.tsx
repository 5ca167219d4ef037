import type { ReactElement } from 'react'
import type { Named, Page, UnitRow } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { RemotePicker } from './RemotePicker.tsx'
import { pickerWords } from './words.ts'

interface UnitPickerProps {
  readonly id?: string
  readonly several?: boolean
  readonly value: string | readonly string[] | undefined
  readonly onChange: (value: string | readonly string[] | undefined) => void
  /** Units that may be shown by name before anything was searched. */
  readonly known?: readonly Named[]
  /** Only units that serve this area. */
  readonly area?: string | undefined
  readonly label?: string
  readonly placeholder?: string
  readonly invalid?: boolean
  readonly size?: 'small' | 'middle'
}

/** A unit, or several, out of the register of organisations. */
export function UnitPicker({ area, known, ...props }: UnitPickerProps): ReactElement {
  const t = useWords(pickerWords)
  const say = useSay()
  return (
    <RemotePicker
      {...props}
      {...(known && { known: known.map((unit) => ({ value: unit.id, label: unit.name })) })}
      placeholder={props.placeholder ?? t('unit')}
      scope={`units ${area ?? ''}`}
      find={async (q, signal) => {
        const page = await api.get<Page<UnitRow>>('/api/units', { q, area, limit: 30 }, { signal })
        return page.items.map((unit) => ({ value: unit.id, label: say(unit.name), note: say(unit.kindSay) }))
      }}
    />
  )
}
