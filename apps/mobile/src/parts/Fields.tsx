import type { ReactElement, ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
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

/** One of a few, each a large target. */
export function Choice({
  label,
  hint,
  wrong,
  options,
  value,
  onChange,
}: Common & {
  readonly options: readonly ChoiceOption[]
  readonly value: string | null
  readonly onChange: (value: string) => void
}): ReactElement {
  return (
    <RadioGroup className="field" value={value} onChange={onChange} isInvalid={Boolean(wrong)} validationBehavior="aria">
      <Label className="label">{label}</Label>
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            <span className="choice-words">
              <span>{option.say}</span>
              {option.hint ? <span className="hint">{option.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className="wrong">{wrong}</FieldError>
    </RadioGroup>
  )
}
