import type { Problem, Schemas } from '@linli/api'
import { QrCode } from '@linli/ui/qr'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { securityWords } from './words.ts'

const fields = [ask('code', securityWords.code, 'text', { minLength: 6, maxLength: 6 })]

/** The key in groups of four, as one types it. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Sets the second factor up: a key for the authenticator, then the first code as proof. */
export function SecondFactor(): ReactElement {
  const t = useWords(securityWords)
  const [isDone, setDone] = useState(false)
  const begin = useMutation<Schemas['SecondFactor'], Problem>({ mutationFn: () => api.post('/api/my/second-factor') })
  if (isDone) return <Note tone="done">{t('confirmed')}</Note>
  if (!begin.data) {
    return (
      <div className="row">
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('begin')}
        </Button>
        {begin.error && <span className="late">{begin.error.detail || begin.error.code}</span>}
      </div>
    )
  }
  return (
    <div className="once">
      <QrCode text={begin.data.uri} label={t('openApp')} />
      <p>{t('secret')}</p>
      <code>{grouped(begin.data.secret)}</code>
      <a href={begin.data.uri}>{t('openApp')}</a>
      <AskForm
        id="second factor"
        fields={fields}
        submit={t('confirm')}
        send={(body) => api.post('/api/my/second-factor/confirmation', body)}
        onDone={() => {
          setDone(true)
          void queries.invalidateQueries({ queryKey: ['me'] })
        }}
      />
    </div>
  )
}
