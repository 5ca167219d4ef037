import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useFirstFocus } from '../../parts/use-first-focus.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryQuestion } from './EntryQuestion.tsx'
import { useEntry } from './use-entry.ts'
import { entryWords } from './words.ts'

interface CityFormProps {
  readonly token: string
  readonly onDone: (account: string) => void
}

const blank = { cityName: '', area: '', name: '', signIn: '', password: '', again: '' }

/** A new city: what it is called, and its first security administrator. */
export function CityForm({ token, onDone }: CityFormProps): ReactElement {
  const t = useWords(entryWords)
  useFirstFocus('cityName')
  const entry = useEntry(blank, async ({ cityName, area, name, signIn, password }, attempts) => {
    const body = { cityName: cityName.trim(), area: area.trim(), name: name.trim(), signIn: signIn.trim(), password }
    await api.post(`/api/public/invitations/${encodeURIComponent(token)}/city`, body, { attempts })
    onDone(body.signIn)
  })
  return (
    <EntryForm submit={t('citySubmit')} busy={entry.busy} problem={entry.problem} onSubmit={entry.submit}>
      <h2>{t('cityPart')}</h2>
      <EntryQuestion entry={entry} name="cityName" label={t('cityName')} help={t('cityNameHelp')} maxLength={60} />
      <EntryQuestion entry={entry} name="area" kind="digits" label={t('area')} help={t('areaHelp')} maxLength={6} />
      <h2>{t('mePart')}</h2>
      <EntryQuestion entry={entry} name="name" label={t('person')} autoComplete="name" maxLength={60} />
      <EntryQuestion entry={entry} name="signIn" label={t('account')} help={t('accountHelp')} autoComplete="username" maxLength={40} />
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
