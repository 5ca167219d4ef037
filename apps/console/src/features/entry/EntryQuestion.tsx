import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { Question } from '../../parts/Question.tsx'
import type { Entry } from './use-entry.ts'
import { entryWords } from './words.ts'

interface EntryQuestionProps<N extends string> {
  readonly entry: Entry<N>
  readonly name: N
  readonly label: string
  readonly help?: string
  readonly autoComplete?: string
  /** A password, which is typed unseen; or digits. */
  readonly kind?: 'text' | 'password' | 'digits'
  readonly maxLength: number
}

/** One question of a form before the desk. */
export function EntryQuestion<N extends string>(props: EntryQuestionProps<N>): ReactElement {
  const { entry, name, label, help, kind = 'text', autoComplete = 'off', maxLength } = props
  const t = useWords(entryWords)
  const wrong = entry.wrong[name]
  const problem = wrong === undefined ? entry.refused[name] : t(wrong)
  const shared = {
    id: name,
    size: 'large' as const,
    autoComplete,
    maxLength,
    value: entry.typed[name],
    onChange: (event: { readonly target: { readonly value: string } }) => entry.type(name, event.target.value),
    ...(problem !== undefined && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${name}-problem` }),
  }
  // What is asked stays readable beside what was wrong with the answer.
  const still = problem !== undefined && help !== undefined
  return (
    <Question id={name} label={label} help={help} problem={problem}>
      {kind === 'password' ? <Input.Password {...shared} /> : <Input {...shared} {...(kind === 'digits' && { inputMode: 'numeric' })} />}
      {still && <p className="question-help">{help}</p>}
    </Question>
  )
}
