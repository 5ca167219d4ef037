import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useFirstFocus } from '../../parts/use-first-focus.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryQuestion } from './EntryQuestion.tsx'
import { useEntry } from './use-entry.ts'
import { entryWords } from './words.ts'

interface PasswordFormProps {
  readonly token: string
  readonly account: string
  readonly onDone: (account: string) => void
}

/** The first password of an account, or the next one after a reset. */
export function PasswordForm({ token, account, onDone }: PasswordFormProps): ReactElement {
  const t = useWords(entryWords)
  useFirstFocus('password')
  const entry = useEntry({ password: '', again: '' }, async ({ password }, attempts) => {
    await api.post(`/api/public/invitations/${encodeURIComponent(token)}/password`, { password }, { attempts })
    onDone(account)
  })
  return (
    <EntryForm submit={t('passwordSubmit')} busy={entry.busy} problem={entry.problem} onSubmit={entry.submit}>
      <input type="text" autoComplete="username" value={account} readOnly hidden />
      <EntryQuestion
        entry={entry}
        name="password"
        kind="password"
        label={t('password')}
        help={t('rules')}
        autoComplete="new-password"
        maxLength={128}
      />
      <EntryQuestion entry={entry} name="again" kind="password" label={t('again')} autoComplete="new-password" maxLength={128} />
    </EntryForm>
  )
}
