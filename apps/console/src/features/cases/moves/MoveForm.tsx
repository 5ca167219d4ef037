import { bodyOf, fieldAt, fieldsOf, problemsIn, startingAnswers } from '@linli/ui'
import type { Answers, Field, FieldKind, Pair } from '@linli/ui'
import type { Problem } from '@linli/api'
import { Button } from 'antd'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { FormEvent, ReactElement } from 'react'
import type { CaseView, CategoryName, Named } from '../../../api-types.ts'
import { useSay, useWords } from '../../../app/language.ts'
import { without } from '../../../app/without.ts'
import { useKept } from '../../../parts/kept.ts'
import { Note } from '../../../parts/Note.tsx'
import { Question } from '../../../parts/Question.tsx'
import { useMove } from '../api.ts'
import type { Offering } from '../offers.ts'
import { moveWords } from '../words.ts'
import { FieldInput } from './FieldInput.tsx'

interface MoveFormProps {
  readonly one: CaseView
  readonly offering: Offering
  /** What to begin with, such as the directory's suggestion. */
  readonly proposed?: Answers
  /** The proposal was chosen by hand: it wins over what was typed before. */
  readonly chosen?: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The units and categories whose names the screen knows already. */
function namesOf(one: CaseView): { readonly units: readonly Named[]; readonly categories: readonly CategoryName[] } {
  const { lead, support = [], alternatives = [] } = one.suggestion ?? {}
  return {
    units: [...(lead ? [lead] : []), ...support, ...alternatives.map((other) => other.unit), ...one.orders.map((order) => order.unit)],
    categories: [one.category],
  }
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

function useMoveForm({ one, offering, proposed = {}, chosen = false, onDone }: MoveFormProps) {
  const fields = useMemo(() => fieldsOf(offering.offer.asks), [offering.offer.asks])
  const kept = useKept<Answers>(`move ${offering.key} ${one.id}`, startingAnswers(fields, proposed), chosen ? proposed : {})
  const [missing, setMissing] = useState<Readonly<Record<string, Pair>>>({})
  const move = useMove(one.id, { noun: offering.noun, id: offering.id, version: offering.version, move: offering.offer.move })
  const submit = (): void => {
    const found = problemsIn(fields, kept.value)
    setMissing(found)
    const [first] = Object.keys(found)
    if (first !== undefined) document.getElementById(`ask-${first}`)?.focus()
    else {
      move.mutate(bodyOf(fields, kept.value), {
        onSuccess: () => {
          kept.forget()
          onDone()
        },
      })
    }
  }
  const answer = (name: string, value: unknown): void => {
    kept.set({ ...kept.value, [name]: value })
    setMissing((before) => without(before, name))
  }
  return { fields, answers: kept.value, answer, missing, submit, move }
}

/** Kinds of questions of which two stand side by side; a choice among a few is one too. */
const narrow: ReadonlySet<FieldKind> = new Set(['unit', 'units', 'category', 'county', 'text', 'number', 'caseNumber'])
const isNarrow = (field: Field): boolean => narrow.has(field.kind) || (field.kind === 'choice' && field.choices.length <= 3)

/** One move as a short form in place: what follows from it, what it asks, and the button with the move's own name. */
export function MoveForm(props: MoveFormProps): ReactElement {
  const { one, offering, onCancel } = props
  const t = useWords(moveWords)
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const { fields, answers, answer, missing, submit, move } = useMoveForm(props)
  const fromServer = serverProblems(fields, move.error)
  const names = namesOf(one)
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (event.key === 'Escape' && !event.defaultPrevented) onCancel()
  })
  useEffect(() => {
    const keys = new AbortController()
    form.current?.addEventListener('keydown', (event) => onKey(event), { signal: keys.signal })
    return () => keys.abort()
  }, [])
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
    form.current?.querySelector<HTMLElement>('input:not([type=file]), textarea, button[type=submit]')?.focus({ preventScroll: true })
  }, [])
  return (
    <form
      ref={form}
      className="move-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <h2>{offering.unit === null ? say(offering.offer.label) : t('unitFor', { unit: offering.unit, move: say(offering.offer.label) })}</h2>
      {offering.offer.consequence && <p className="quiet">{say(offering.offer.consequence)}</p>}
      {move.error && (
        <Note tone={move.error.status === 409 ? 'soon' : 'late'} alert>
          {move.error.status === 409 && !move.error.detail ? t('changed') : move.error.detail || move.error.title || move.error.code}
        </Note>
      )}
      <div className="move-fields">
        {fields.map((field) => (
          <Question
            wide={!isNarrow(field)}
            key={field.name}
            id={`ask-${field.name}`}
            label={say(field.label)}
            help={say(field.help)}
            problem={fromServer[field.name] ?? say(missing[field.name])}
            {...(!field.required && { optional: t('optional') })}
          >
            <FieldInput
              id={`ask-${field.name}`}
              field={field}
              value={answers[field.name]}
              invalid={field.name in missing || field.name in fromServer}
              onChange={(value) => answer(field.name, value)}
              {...names}
            />
          </Question>
        ))}
      </div>
      <div className="row">
        <Button type="primary" htmlType="submit" danger={offering.offer.danger} loading={move.isPending}>
          {say(offering.offer.label)}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        {fields.length > 0 && <span className="quiet small">{t('kept')}</span>}
      </div>
    </form>
  )
}
