import { type FormEvent, type ReactElement, useState } from 'react'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import { useSay } from '../../app/language.ts'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import { Note, Trouble } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import { personWords as words } from './words.ts'

const kinds = ['correction', 'copy', 'deletion'] as const
const fields = ['phone', 'address', 'name'] as const

/** Asks for a correction, a copy or a deletion; it waits for the keeper of the register. */
export function AskForm({ onDone }: { onDone: () => void }): ReactElement {
  const say = useSay()
  const [kind, setKind] = useState<string>('correction')
  const [field, setField] = useState<string>('phone')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await call('POST', '/api/my/person/requests', { body: { kind, words: text, ...(kind === 'correction' && { field }) } })
      setText('')
      setSent(true)
      onDone()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const options = <K extends keyof typeof words>(names: readonly K[]) => names.map((value) => ({ value, say: say(words[value]) }))
  return (
    <form className="rows rows-far" onSubmit={submit}>
      {sent ? (
        <Note tone="done" icon="done">
          {say(words.sent)}
        </Note>
      ) : null}
      <Choice label={say(words.kind)} options={options(kinds)} value={kind} onChange={setKind} />
      {kind === 'correction' ? <Choice label={say(words.field)} options={options(fields)} value={field} onChange={setField} /> : null}
      <TextBox label={say(words.words)} hint={say(words.wordsHelp)} long value={text} onChange={setText} maxLength={500} />
      {problem ? <Trouble problem={problem} /> : null}
      <Press type="submit" isDisabled={busy || text.trim().length < 2}>
        {say(words.send)}
      </Press>
    </form>
  )
}
