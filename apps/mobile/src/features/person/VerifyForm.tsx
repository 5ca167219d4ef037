import { type FormEvent, type ReactElement, useState } from 'react'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import { useSay } from '../../app/language.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Trouble } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import type { MyPerson } from './PersonPage.tsx'
import { personWords as words } from './words.ts'

/** Name and number, held against the register and the phone that one signed in with. */
export function VerifyForm({ onDone }: { onDone: (mine: MyPerson) => void }): ReactElement {
  const say = useSay()
  const [typed, setTyped] = useState({ name: '', idNumber: '' })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const verify = async () => {
    setBusy(true)
    setProblem(null)
    try {
      onDone(await call<MyPerson>('POST', '/api/my/person', { body: typed }))
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void verify()
  }
  return (
    <form className="rows rows-far" onSubmit={submit}>
      <h2>{say(words.verify)}</h2>
      <p className="quiet">{say(words.verifyHelp)}</p>
      <TextBox
        label={say(words.name)}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        maxLength={60}
        autoComplete="name"
      />
      <TextBox
        label={say(words.number)}
        value={typed.idNumber}
        onChange={(idNumber) => setTyped({ ...typed, idNumber })}
        maxLength={20}
        autoComplete="off"
      />
      {problem ? <Trouble problem={problem} /> : null}
      <Press type="submit" look="main" isDisabled={busy || typed.name.trim() === '' || typed.idNumber.trim().length < 15}>
        {say(words.check)}
      </Press>
    </form>
  )
}
