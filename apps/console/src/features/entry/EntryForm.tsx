import type { Problem } from '@linli/api'
import { Button } from 'antd'
import type { FormEvent, ReactElement, ReactNode } from 'react'
import { Note } from '../../parts/Note.tsx'

interface EntryFormProps {
  readonly submit: string
  readonly busy: boolean
  readonly problem: Problem | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** Questions, what the server found wrong, and one button. */
export function EntryForm({ submit, busy, problem, onSubmit, children }: EntryFormProps): ReactElement {
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  return (
    <form className="entry-form" noValidate onSubmit={send}>
      {children}
      {problem !== null && (
        <Note tone="late" alert>
          {problem.detail || problem.title || problem.code}
        </Note>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {submit}
      </Button>
    </form>
  )
}
