import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { Me } from '../../api/shapes.ts'
import { helpLine } from '../../app/help-line.ts'
import { sendWaiting } from '../../app/outbox.ts'
import { signIn } from '../../app/session.ts'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import { Note, Trouble } from '../../parts/Notes.tsx'
import { Dial, Press } from '../../parts/Press.tsx'
import { Screen } from '../../parts/Screen.tsx'
import { isPhone } from '../report/draft.ts'

type Way = 'phone' | 'account'

function useSigning(): { busy: boolean; problem: Problem | null; run: (work: () => Promise<Me>) => void } {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (work: () => Promise<Me>) => {
    setBusy(true)
    setProblem(null)
    try {
      const me = await work()
      if (me.secondFactor === 'needed') return window.location.assign('/desk/')
      void sendWaiting()
      await navigate({ to: me.account.kind === 'staff' ? '/work' : '/', replace: true })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run: (work) => void run(work) }
}

function ByPhone(): ReactElement {
  const { t } = useTranslation()
  const { busy, problem, run } = useSigning()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [wrong, setWrong] = useState('')
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const number = phone.replaceAll(/\s/g, '')
  const ask = async () => {
    if (!isPhone(number)) return setWrong(t('lack.phoneShape'))
    setWrong('')
    setTrouble(null)
    try {
      await call('POST', '/api/public/sign-in-codes', { body: { phone: number } })
      setSent(true)
    } catch (error) {
      setTrouble(asProblem(error))
    }
  }
  const open = (event: FormEvent) => {
    event.preventDefault()
    if (sent) run(() => signIn({ phone: number, code: code.trim() }))
    else void ask()
  }
  return (
    <form className="rows rows-far" onSubmit={open}>
      <TextBox
        label={t('sign.phone')}
        type="tel"
        autoComplete="tel"
        value={phone}
        onChange={setPhone}
        maxLength={20}
        wrong={wrong || undefined}
      />
      {sent ? (
        <>
          <Note tone="done" icon="done">
            {t('sign.codeSent')}
          </Note>
          <TextBox
            label={t('sign.code')}
            code
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            maxLength={8}
          />
        </>
      ) : null}
      {(problem ?? trouble) ? <Trouble problem={(problem ?? trouble) as Problem} /> : null}
      <div className="pair">
        {sent ? <Press onPress={() => void ask()}>{t('sign.codeAgain')}</Press> : null}
        <Press type="submit" look="main" isDisabled={busy}>
          {sent ? t('sign.in') : t('sign.sendCode')}
        </Press>
      </div>
    </form>
  )
}

/** Staff of a real city without a second factor set it up at the desk's page first; the session opens nothing else. */
function ByAccount(): ReactElement {
  const { t } = useTranslation()
  const { busy, problem, run } = useSigning()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const needsCode = problem?.code === 'session.codeNeeded'
  const open = (event: FormEvent) => {
    event.preventDefault()
    run(() => signIn({ account: account.trim(), password, ...(code.trim() ? { code: code.trim() } : {}) }))
  }
  return (
    <form className="rows rows-far" onSubmit={open}>
      <TextBox label={t('sign.account')} autoComplete="username" value={account} onChange={setAccount} maxLength={80} />
      <TextBox
        label={t('sign.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        maxLength={200}
      />
      {needsCode || code ? (
        <TextBox
          label={t('sign.second')}
          hint={t('sign.secondHint')}
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          maxLength={8}
        />
      ) : null}
      {problem && !needsCode ? <Trouble problem={problem} /> : null}
      <Press type="submit" look="main" isDisabled={busy || account.trim() === '' || password === ''}>
        {t('sign.in')}
      </Press>
    </form>
  )
}

/** Two ways in; none is needed to report, to follow or to be called back. */
export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  const [way, setWay] = useState<Way>('phone')
  const ways = [
    { value: 'phone', say: t('sign.byPhone') },
    { value: 'account', say: t('sign.byAccount') },
  ]
  return (
    <Screen title={t('sign.title')} back>
      <p className="quiet">{t('sign.notNeeded')}</p>
      <Choice label={t('sign.way')} options={ways} value={way} onChange={(value) => setWay(value as Way)} />
      {way === 'phone' ? <ByPhone /> : <ByAccount />}
      <Dial number={helpLine} look="row">
        {t('home.call', { number: helpLine })}
      </Dial>
    </Screen>
  )
}
