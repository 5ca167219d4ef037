import { newKey } from '@linli/api'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import type { Looked } from '../../api/cases.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import { helpLine } from '../../app/help-line.ts'
import { useSay } from '../../app/language.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Note, Trouble } from '../../parts/Notes.tsx'
import { Dial, Press } from '../../parts/Press.tsx'
import { Part, Screen } from '../../parts/Screen.tsx'
import { Due } from '../home/Parcel.tsx'
import { isOver } from '../home/phase.ts'

/** The eight characters as they are kept: no spaces, no dashes, capitals. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase()
}

function ByCode(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const open = (event: FormEvent) => {
    event.preventDefault()
    const token = plainCode(code)
    if (token.length !== 8) return setWrong(t('find.eight'))
    return void navigate({ to: '/c/$token', params: { token } })
  }
  return (
    <Part title={t('find.byCode')}>
      <form className="stack stack-wide" onSubmit={open}>
        <TextBox
          label={t('find.code')}
          code
          value={code}
          onChange={setCode}
          maxLength={12}
          autoComplete="off"
          wrong={wrong || undefined}
          hint={t('find.codeHint')}
        />
        <Press type="submit" look="main">
          {t('find.open')}
        </Press>
      </form>
    </Part>
  )
}

function Result({ found }: { found: Looked }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <Note tone="press">
      <b>{say(found.stateSay)}</b>
      <span>{t('parcel.with', { name: say(found.holder) })}</span>
      {found.dueAt && !isOver(found.state) ? <Due at={found.dueAt} /> : null}
      <span className="fine">{t('find.onlyThis')}</span>
    </Note>
  )
}

function ByNumber(): ReactElement {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const [last, setLast] = useState('')
  const [wrong, setWrong] = useState('')
  const [found, setFound] = useState<Looked | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const look = async (event: FormEvent) => {
    event.preventDefault()
    setFound(null)
    setProblem(null)
    if (!/^\d{4}$/.test(last.trim())) return setWrong(t('find.four'))
    setWrong('')
    try {
      setFound(
        await call<Looked>('POST', '/api/public/lookup', { body: { number: number.trim(), phoneLast4: last.trim() }, key: newKey() }),
      )
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <Part title={t('find.byNumber')}>
      <form className="stack stack-wide" onSubmit={(event) => void look(event)}>
        <TextBox
          label={t('find.number')}
          value={number}
          onChange={setNumber}
          maxLength={40}
          placeholder="210911-261122-48317-6"
          autoComplete="off"
        />
        <TextBox
          label={t('find.last4')}
          value={last}
          onChange={setLast}
          maxLength={4}
          inputMode="numeric"
          autoComplete="off"
          wrong={wrong || undefined}
        />
        <Press type="submit">{t('find.look')}</Press>
      </form>
      <output>{found ? <Result found={found} /> : null}</output>
      {problem ? <Trouble problem={problem} /> : null}
    </Part>
  )
}

/** Finding a matter again without the phone it was reported from. */
export function FindPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Screen title={t('home.find')} back>
      <ByCode />
      <ByNumber />
      <Part title={t('find.neither')}>
        <Dial number={helpLine} look="row">
          {t('home.call', { number: helpLine })}
        </Dial>
      </Part>
    </Screen>
  )
}
