import type { Schemas } from '@linli/api'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { RemotePicker } from './RemotePicker.tsx'
import { pickerWords } from './words.ts'

interface AccountPickerProps {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly invalid?: boolean
}

/** An account of somebody who works here; only the security administrator finds any. */
export function AccountPicker({ onChange, ...props }: AccountPickerProps): ReactElement {
  const t = useWords(pickerWords)
  return (
    <RemotePicker
      {...props}
      placeholder={t('account')}
      scope="accounts"
      onChange={(value) => onChange(typeof value === 'string' ? value : undefined)}
      find={async (q, signal) => {
        const page = await api.get<Schemas['AccountList']>('/api/accounts', { q, kind: 'staff', limit: 30 }, { signal })
        return page.items.map((one) => ({ value: one.id, label: one.name, ...(one.signIn !== null && { note: one.signIn }) }))
      }}
    />
  )
}
