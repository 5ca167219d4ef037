import { type ReactElement, type ReactNode, useId } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'

interface Common {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
}

type BoxProps = Common &
  Omit<TextFieldProps, 'children' | 'className' | 'style'> & {
    readonly long?: boolean
    readonly code?: boolean
    readonly placeholder?: string
    readonly after?: ReactNode
  }

/** A question answered in words. */
export function TextBox({ label, hint, wrong, long = false, code = false, placeholder, after, ...rest }: BoxProps): ReactElement {
  const shown = placeholder ? { placeholder } : {}
  return (
    <TextField {...rest} className="field" isInvalid={Boolean(wrong)} validationBehavior="aria">
      <Label className="label">{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      {long ? <TextArea className="box" {...shown} /> : <Input className={code ? 'box box-code' : 'box'} {...shown} />}
      {after}
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  )
}

export interface ChoiceOption {
  readonly value: string
  readonly say: string
  readonly hint?: string
}

interface ChoiceProps extends Common {
  readonly options: readonly ChoiceOption[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}

/** One of a few, each a large target: the browser's own radio buttons, so that arrows and screen readers work as everywhere. */
export function Choice({ label, hint, wrong, options, value, onChange }: ChoiceProps): ReactElement {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="field" {...(described ? { 'aria-describedby': described } : {})}>
      <legend className="label">{label}</legend>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice" data-selected={option.value === value || undefined}>
            <input
              type="radio"
              className="unseen"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="choice-words">
              <span>{option.say}</span>
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {wrong ? (
        <span id={`${id}-wrong`} className="wrong">
          {wrong}
        </span>
      ) : null}
    </fieldset>
  )
}
