import { partsOf } from '@linli/ui'
import type { Answers, Field, FieldKind } from '@linli/ui'
import type { ReactElement, ReactNode } from 'react'
import type { CategoryName, Named } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Question } from '../Question.tsx'
import { FieldInput } from './FieldInput.tsx'
import { formWords } from './words.ts'

export interface QuestionsProps {
  readonly fields: readonly Field[]
  readonly answers: Answers
  /** What is wrong, by the name of the question; `group.question` within a group. */
  readonly problems: Readonly<Record<string, string>>
  readonly onAnswer: (name: string, value: unknown) => void
  /** What helps with one question, under its control. */
  readonly helpWith?: (field: Field, value: unknown, answer: (value: unknown) => void) => ReactNode
  /** Names that the screen knows already. */
  readonly units: readonly Named[]
  readonly categories: readonly CategoryName[]
  /** The group in which these are asked. */
  readonly within?: string
}

/** Kinds of questions of which two stand side by side; a choice among a few is one too. */
const narrow: ReadonlySet<FieldKind> = new Set([
  'unit',
  'units',
  'category',
  'county',
  'area',
  'account',
  'text',
  'number',
  'select',
  'caseNumber',
  'date',
  'password',
])
const isNarrow = (field: Field): boolean =>
  narrow.has(field.kind) || (field.kind === 'choice' && (field.choices.length <= 3 || field.choices.length > 6))

/** Questions that belong together, in a frame with their name; they are answered as one. */
function Group({ field, ...props }: QuestionsProps & { readonly field: Field }): ReactElement {
  const t = useWords(formWords)
  const say = useSay()
  const parts = partsOf(props.answers[field.name])
  return (
    <fieldset className="question-group question-wide">
      <legend>
        {say(field.label)} {!field.required && <span className="quiet">{t('optional')}</span>}
      </legend>
      {field.help && <p className="question-help">{say(field.help)}</p>}
      <Questions
        {...props}
        fields={field.fields ?? []}
        answers={parts}
        within={`${props.within ?? ''}${field.name}.`}
        onAnswer={(name, value) => props.onAnswer(field.name, { ...parts, [name]: value })}
      />
    </fieldset>
  )
}

/** The questions of a form, two side by side where both are short. */
export function Questions(props: QuestionsProps): ReactElement {
  const { fields, answers, problems, onAnswer, within = '' } = props
  const t = useWords(formWords)
  const say = useSay()
  return (
    <div className="move-fields">
      {fields.map((field) => {
        if (field.kind === 'group') return <Group key={field.name} {...props} field={field} />
        const id = `ask-${within}${field.name}`
        const problem = problems[`${within}${field.name}`]
        return (
          <Question
            key={field.name}
            wide={!isNarrow(field)}
            half={field.kind === 'number' || field.kind === 'select'}
            id={id}
            label={say(field.label)}
            help={say(field.help)}
            problem={problem}
            {...(!field.required && { optional: t('optional') })}
          >
            <FieldInput
              id={id}
              field={field}
              value={answers[field.name]}
              invalid={problem !== undefined}
              onChange={(value) => onAnswer(field.name, value)}
              units={props.units}
              categories={props.categories}
            />
            {props.helpWith?.(field, answers[field.name], (value) => onAnswer(field.name, value))}
          </Question>
        )
      })}
    </div>
  )
}
