import type { Field } from '@linli/ui'
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import type { CategoryName, Named } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { AccountPicker } from '../pickers/AccountPicker.tsx'
import { AreaPicker, AreasPicker } from '../pickers/AreaPicker.tsx'
import { CategoryPicker } from '../pickers/CategoryPicker.tsx'
import { MomentField } from '../pickers/MomentField.tsx'
import { PhotoField } from '../pickers/PhotoField.tsx'
import { PlaceField } from '../pickers/PlaceField.tsx'
import type { PlaceValue } from '../pickers/PlaceField.tsx'
import { UnitPicker } from '../pickers/UnitPicker.tsx'
import { pickerWords } from '../pickers/words.ts'
import { FileField } from './FileField.tsx'
import { formWords } from './words.ts'

interface FieldInputProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly invalid: boolean
  readonly onChange: (value: unknown) => void
  /** Names of what may be filled in already. */
  readonly units: readonly Named[]
  readonly categories: readonly CategoryName[]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

function Choice({ id, field, value, onChange }: FieldInputProps): ReactElement {
  const say = useSay()
  const options = field.choices.map((choice) => ({ value: choice.value, label: say(choice.say) }))
  if (field.kind === 'select' || field.choices.length > 6) {
    return (
      <Select
        id={id}
        className="picker"
        options={options}
        {...(value !== undefined && { value: value as string })}
        onChange={onChange}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
      />
    )
  }
  return (
    <Radio.Group
      id={id}
      vertical={options.reduce((length, option) => length + option.label.length + 4, 0) > 56}
      options={options}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function YesNo({ id, value, onChange }: FieldInputProps): ReactElement {
  const t = useWords(formWords)
  const options = [
    { value: true, label: t('yes') },
    { value: false, label: t('no') },
  ]
  return <Radio.Group id={id} options={options} value={value} onChange={(event) => onChange(event.target.value)} />
}

function Writing({ id, field, value, invalid, onChange }: FieldInputProps): ReactElement {
  const t = useWords(pickerWords)
  const shared = {
    id,
    value: textOf(value),
    ...(invalid && { status: 'error' as const }),
    ...(field.maxLength !== null && { maxLength: field.maxLength }),
  }
  if (field.kind === 'longtext') {
    return <Input.TextArea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
  }
  const placeholder = field.kind === 'caseNumber' ? { placeholder: t('caseNumber') } : {}
  return <Input {...shared} {...placeholder} onChange={(event) => onChange(event.target.value)} />
}

function Lines({ id, value, onChange }: FieldInputProps): ReactElement {
  return <Select id={id} mode="tags" className="picker" open={false} value={[...textsOf(value)]} onChange={onChange} />
}

/** The control for one question; what the schema names anew and this does not know is asked as a text. */
export function FieldInput(props: FieldInputProps): ReactElement {
  const t = useWords(pickerWords)
  const say = useSay()
  const { id, field, value, invalid, onChange } = props
  const text = typeof value === 'string' ? value : undefined
  switch (field.kind) {
    case 'choice':
    case 'select':
      return <Choice {...props} />
    case 'choices':
      return (
        <Checkbox.Group
          options={field.choices.map((choice) => ({ value: choice.value, label: say(choice.say) }))}
          value={[...textsOf(value)]}
          onChange={onChange}
        />
      )
    case 'yesNo':
      return <YesNo {...props} />
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          {...(field.min !== null && { min: field.min })}
          {...(field.max !== null && { max: field.max })}
          {...(field.unit && { suffix: say(field.unit) })}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )
    case 'date':
    case 'moment':
      return <MomentField id={id} value={text} withTime={field.kind === 'moment'} invalid={invalid} onChange={onChange} />
    case 'unit':
      return <UnitPicker id={id} value={text} known={props.units} invalid={invalid} onChange={onChange} />
    case 'units':
      return <UnitPicker id={id} several value={textsOf(value)} known={props.units} invalid={invalid} onChange={onChange} />
    case 'category':
      return <CategoryPicker id={id} value={text} known={props.categories} invalid={invalid} onChange={onChange} />
    case 'county':
      return <AreaPicker id={id} value={text} level="county" placeholder={t('county')} invalid={invalid} onChange={onChange} />
    case 'area':
      return <AreaPicker id={id} value={text} invalid={invalid} onChange={onChange} />
    case 'areas':
      return <AreasPicker id={id} value={textsOf(value)} onChange={onChange} />
    case 'account':
      return <AccountPicker id={id} value={text} invalid={invalid} onChange={onChange} />
    case 'file':
      return <FileField id={id} accept=".csv,.txt,.json,.geojson" onChange={onChange} />
    case 'password':
      return (
        <Input.Password
          id={id}
          autoComplete={field.name === 'current' ? 'current-password' : 'new-password'}
          value={textOf(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'photos':
      return <PhotoField id={id} value={textsOf(value)} max={field.maxItems ?? 9} onChange={onChange} />
    case 'place':
      return <PlaceField id={id} value={value as PlaceValue | undefined} onChange={onChange} />
    case 'list':
      return <Lines {...props} />
    default:
      return <Writing {...props} />
  }
}
