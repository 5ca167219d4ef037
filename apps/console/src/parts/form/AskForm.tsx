import { Attempts } from '@linli/api'
import type { Problem } from '@linli/api'
import { bodyOf, fieldAt, problemsIn, startingAnswers } from '@linli/ui'
import type { Answers, Field, Pair } from '@linli/ui'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FormEvent, ReactElement, ReactNode } from 'react'
import type { CategoryName, Named } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useKept } from '../kept.ts'
import { Note } from '../Note.tsx'
import { Questions } from './Questions.tsx'
import { formWords } from './words.ts'

export interface AskFormProps<T> {
  /** Names the form, for what was typed and not sent. */
  readonly id: string
  readonly title?: ReactNode
  /** What follows from it. */
  readonly explain?: ReactNode
  readonly fields: readonly Field[]
  /** Names of questions whose answers are never kept in the browser, such as a person's number. */
  readonly unkept?: readonly string[]
  /** What to begin with. */
  readonly initial?: Answers
  /** The beginning was chosen by hand just now: it wins over what was typed before. */
  readonly chosen?: boolean
  readonly submit: string
  readonly danger?: boolean
  readonly send: (body: Record<string, unknown>, attempts: Attempts) => Promise<T>
  readonly onDone: (answer: T) => void
  readonly onCancel?: () => void
  /** What helps with one question, under its control. */
  readonly helpWith?: (field: Field, value: unknown, answer: (value: unknown) => void) => ReactNode
  /** Names that the screen knows already. */
  readonly units?: readonly Named[]
  readonly categories?: readonly CategoryName[]
}

/** What the server found wrong, beside the fields where it did. */
function serverProblems(fields: readonly Field[], problem: Problem | null): Record<string, string> {
  const found: Record<string, string> = {}
  for (const error of problem?.errors ?? []) {
    const name = fieldAt(fields, error.path)
    if (name) found[name] = error.detail
  }
  return found
}

function useAskForm<T>({ id, fields, initial = {}, chosen = false, unkept = [], send, onDone }: AskFormProps<T>) {
  const secret = fields
    .filter((field) => field.kind === 'password' || field.kind === 'file' || unkept.includes(field.name))
    .map((field) => field.name)
  const kept = useKept<Answers>(id, startingAnswers(fields, initial), chosen ? initial : {}, secret)
  const [missing, setMissing] = useState<Readonly<Record<string, Pair>>>({})
  const [attempts] = useState(() => new Attempts())
  const sending = useMutation<T, Problem, Record<string, unknown>>({ mutationFn: (body) => send(body, attempts) })
  const submit = (): void => {
    const found = problemsIn(fields, kept.value)
    setMissing(found)
    const [first] = Object.keys(found)
    if (first !== undefined) document.getElementById(`ask-${first}`)?.focus()
    else if (!sending.isPending) {
      sending.mutate(bodyOf(fields, kept.value), {
        onSuccess: (answer) => {
          kept.forget()
          onDone(answer)
        },
      })
    }
  }
  const answer = (name: string, value: unknown): void => {
    kept.set({ ...kept.value, [name]: value })
    setMissing((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== name && !key.startsWith(`${name}.`))))
  }
  return { answers: kept.value, answer, missing, submit, sending }
}

/** Ctrl + Enter sends, Escape puts aside (while a picker is open, it closes that alone); the first question has the cursor. */
function useFormKeys(submit: () => void, cancel: (() => void) | undefined) {
  const form = useRef<HTMLFormElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (event.key === 'Escape' && !event.defaultPrevented && !form.current?.querySelector('[aria-expanded="true"]')) cancel?.()
  })
  useEffect(() => {
    const keys = new AbortController()
    form.current?.addEventListener('keydown', (event) => onKey(event), { signal: keys.signal })
    form.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button[type=submit]')?.focus()
    return () => keys.abort()
  }, [])
  return form
}

/** A short form in place: what follows from it, its questions, and a button with its own name. */
export function AskForm<T>(props: AskFormProps<T>): ReactElement {
  const { fields, title, explain, danger = false, onCancel, units = [], categories = [] } = props
  const t = useWords(formWords)
  const say = useSay()
  const { answers, answer, missing, submit, sending } = useAskForm(props)
  const form = useFormKeys(submit, onCancel)
  const fromServer = serverProblems(fields, sending.error)
  const isStale = sending.error?.status === 409
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    submit()
  }
  return (
    <form ref={form} className="move-form" noValidate onSubmit={onSubmit}>
      {title !== undefined && <h2>{title}</h2>}
      {explain && <p className="quiet">{explain}</p>}
      {sending.error && (
        <Note tone={isStale ? 'soon' : 'late'} alert>
          {isStale && !sending.error.detail ? t('changed') : sending.error.detail || sending.error.title || sending.error.code}
        </Note>
      )}
      <Questions
        fields={fields}
        answers={answers}
        problems={{ ...Object.fromEntries(Object.entries(missing).map(([name, pair]) => [name, say(pair)])), ...fromServer }}
        onAnswer={answer}
        units={units}
        categories={categories}
        {...(props.helpWith && { helpWith: props.helpWith })}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" danger={danger} loading={sending.isPending}>
          {props.submit}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
        {fields.length > 0 && props.unkept === undefined && <span className="quiet small">{t('kept')}</span>}
      </div>
    </form>
  )
}
