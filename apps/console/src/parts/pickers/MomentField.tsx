import { dateSay, distanceSay, useLang, useNow } from '@linli/ui'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { fromField, toField } from './moment.ts'

interface MomentFieldProps {
  readonly id?: string
  readonly value: string | undefined
  readonly withTime: boolean
  readonly invalid?: boolean
  readonly onChange: (value: string | undefined) => void
}

/** A day, or a day and an hour, with its weekday and distance said beside it. */
export function MomentField({ id, value, withTime, invalid, onChange }: MomentFieldProps): ReactElement {
  const lang = useLang()
  const now = useNow()
  return (
    <div className="row">
      <Input
        {...(id !== undefined && { id })}
        {...(invalid && { status: 'error' as const })}
        className="moment"
        type={withTime ? 'datetime-local' : 'date'}
        value={value === undefined ? '' : withTime ? toField(value, true) : value}
        onChange={(event) => onChange(fromField(event.target.value, withTime))}
      />
      {value !== undefined && (
        <span className="quiet">
          {dateSay(value, now, lang)}
          {withTime && ` · ${distanceSay(value, now, lang)}`}
        </span>
      )}
    </div>
  )
}
