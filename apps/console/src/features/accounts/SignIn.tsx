import { Problem } from '@linli/api'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { FormEvent, ReactElement } from 'react'
import { languageNames, otherLang, setLang, useWords } from '../../app/language.ts'
import { signIn } from '../../app/session.ts'
import { Note } from '../../parts/Note.tsx'
import { Question } from '../../parts/Question.tsx'
import { useFirstFocus } from '../../parts/use-first-focus.ts'
import { OwnSignIn, RefusedThere } from './OwnSignIn.tsx'
import { signInWords } from './words.ts'

const route = getRouteApi('/sign-in')

/** Refusals that ask for the second factor, whether it was missing or wrong. */
const wantsCode = (problem: Problem): boolean => /code|factor/.test(problem.code)

function useSignIn(): {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly send: (account: string, password: string, code: string) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { to } = route.useSearch()
  const router = useRouter()
  const send = async (account: string, password: string, code: string): Promise<void> => {
    setBusy(true)
    try {
      await signIn({ account, password, ...(code !== '' && { code }) })
      setProblem(null)
      // Only a path of this desk: an address that leads elsewhere is not followed.
      router.history.replace(to !== undefined && /^\/desk\/[^/\\]/.test(`/desk${to}`) && !to.startsWith('//') ? `/desk${to}` : '/desk/')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, send }
}

function Code({ value, onChange }: { readonly value: string; readonly onChange: (code: string) => void }): ReactElement {
  const t = useWords(signInWords)
  useFirstFocus('code')
  return (
    <Question label={t('code')} id="code" help={t('codeHelp')}>
      <Input
        id="code"
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Question>
  )
}

export function SignIn(): ReactElement {
  const t = useWords(signInWords)
  const { to, as: chosen, refused } = route.useSearch()
  const [account, setAccount] = useState(chosen ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { busy, problem, send } = useSignIn()
  useFirstFocus(chosen === undefined ? 'account' : 'password')
  const askCode = problem !== null && wantsCode(problem)
  const [codeAsked, setCodeAsked] = useState(false)
  if (askCode && !codeAsked) setCodeAsked(true)
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (account.trim() === '') document.getElementById('account')?.focus()
    else void send(account.trim(), password, code.trim())
  }
  return (
    <main className="sign-in" id="content">
      <form onSubmit={onSubmit} noValidate>
        <div className="sign-in-name">
          <img src="/desk/icon.svg" alt="" width={32} height={32} />
          <h1>{t('title')}</h1>
        </div>
        {chosen !== undefined && problem === null && <Note tone="done">{t('chosen')}</Note>}
        {to !== undefined && problem === null && <Note>{t('ended')}</Note>}
        {refused !== undefined && problem === null && <RefusedThere code={refused} />}
        {problem !== null && (
          <Note tone={askCode && code === '' ? 'soon' : 'late'} alert>
            {problem.detail || problem.title || t('needed')}
          </Note>
        )}
        <Question label={t('account')} id="account">
          <Input id="account" size="large" autoComplete="username" value={account} onChange={(event) => setAccount(event.target.value)} />
        </Question>
        <Question label={t('password')} id="password">
          <Input.Password
            id="password"
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Question>
        {codeAsked && <Code value={code} onChange={setCode} />}
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>
          {t('submit')}
        </Button>
        <OwnSignIn />
        <p className="quiet small">
          {t('resident')} <a href="/">{t('mobile')}</a>
          <button type="button" className="link-button push" lang={otherLang()} onClick={() => setLang(otherLang())}>
            {languageNames[otherLang()]}
          </button>
        </p>
      </form>
    </main>
  )
}
