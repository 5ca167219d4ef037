import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import { useMe } from '../../app/session.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Empty, Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'

const blank = { current: '', next: '', again: '' }

function Change(): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(blank)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const differs = typed.again !== '' && typed.again !== typed.next
  const change = async () => {
    setBusy(true)
    setDone(false)
    setProblem(null)
    try {
      await call('POST', '/api/my/password', { body: { current: typed.current, next: typed.next } })
      setTyped(blank)
      setDone(true)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void change()
  }
  const box = (name: keyof typeof blank) => ({
    type: 'password',
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
    maxLength: 128,
    autoComplete: name === 'current' ? 'current-password' : 'new-password',
  })
  return (
    <form className="rows rows-far" onSubmit={submit}>
      {done ? (
        <Note tone="done" icon="done">
          {t('password.done')}
        </Note>
      ) : null}
      <TextBox label={t('password.current')} {...box('current')} />
      <TextBox label={t('password.next')} hint={t('password.rules')} {...box('next')} />
      <TextBox label={t('password.again')} wrong={differs ? t('password.differs') : undefined} {...box('again')} />
      {problem ? <Trouble problem={problem} /> : null}
      <Press type="submit" look="main" isDisabled={busy || typed.current === '' || typed.next === '' || typed.again !== typed.next}>
        {t('password.change')}
      </Press>
    </form>
  )
}

/** A new password; all other devices are signed out. */
export function PasswordPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={t('password.title')} back>
      <p className="quiet">{t('password.explain')}</p>
      {me.data ? <Change /> : <Empty action={<Go to="/sign-in">{t('home.signIn')}</Go>}>{t('looks.visitor')}</Empty>}
    </Screen>
  )
}
