import type { Problem, Schemas } from '@linli/api'
import { QrCode } from '@linli/ui/qr'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { Me } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { signOut } from '../../app/session.ts'
import { Note } from '../../parts/Note.tsx'
import { useFirstFocus } from '../../parts/use-first-focus.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { EntryQuestion } from './EntryQuestion.tsx'
import { useEntry } from './use-entry.ts'
import { entryWords } from './words.ts'

type Factor = Schemas['SecondFactor']

/** The secret in groups of four, as one reads it aloud. */
const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

/** The code to scan, the key to type instead, and the first one-time code as proof that it arrived. */
function Setting({ factor }: { readonly factor: Factor }): ReactElement {
  const t = useWords(entryWords)
  useFirstFocus('code')
  const entry = useEntry({ code: '' }, async ({ code }) => {
    await api.post('/api/my/second-factor/confirmation', { code: code.trim() })
    await queries.invalidateQueries({ queryKey: ['me'] })
  })
  return (
    <>
      <section className="stack">
        <h2>{t('scan')}</h2>
        <QrCode text={factor.uri} label={t('scanLabel')} />
        <p>{t('typeIt')}</p>
        <code className="entry-secret">{grouped(factor.secret)}</code>
        <p>
          <a href={factor.uri}>{t('openHere')}</a>
        </p>
        <p className="quiet small">{t('secretCare')}</p>
      </section>
      <EntryForm submit={t('factorSubmit')} busy={entry.busy} problem={entry.problem} onSubmit={entry.submit}>
        <h2>{t('confirmPart')}</h2>
        <EntryQuestion entry={entry} name="code" kind="digits" label={t('code')} autoComplete="one-time-code" maxLength={6} />
      </EntryForm>
    </>
  )
}

/** What a member of staff of a real city does before anything else (GB/T 22239-2019, two factors). */
export function SecondFactor({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(entryWords)
  const begun = useMutation<Factor, Problem>({ mutationFn: () => api.post<Factor>('/api/my/second-factor') })
  return (
    <EntryFrame title={t('factorTitle')}>
      <p className="quiet">{t('factorExplain', { name: me.account.name })}</p>
      {begun.error && (
        <Note tone="late" alert>
          {begun.error.detail || begun.error.title || begun.error.code}
        </Note>
      )}
      {begun.data ? (
        <Setting factor={begun.data} />
      ) : (
        <>
          <p>{t('factorNeeds')}</p>
          <Button className="entry-go" type="primary" size="large" loading={begun.isPending} onClick={() => begun.mutate()}>
            {t('factorBegin')}
          </Button>
        </>
      )}
      <p className="quiet small">{t('lost')}</p>
      <button type="button" className="link-button" onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </EntryFrame>
  )
}
