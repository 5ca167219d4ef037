import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../app/settings.ts'
import { useSay } from '../app/language.ts'
import { Choice, TextBox } from '../parts/Fields.tsx'
import { PhotoField } from '../parts/PhotoField.tsx'
import { Tick } from '../parts/Tick.tsx'
import type { StoredPhoto } from '../store/rows.ts'
import { bare, type Field, widgetOf } from './asked.ts'
import { CategoryPick, CountyPick, UnitPick } from './picks.tsx'

interface Props {
  readonly field: Field
  readonly name: string
  readonly required: boolean
  readonly value: unknown
  readonly wrong?: string | undefined
  readonly onChange: (value: unknown) => void
  readonly photos: readonly StoredPhoto[]
  readonly onPhotos: (photos: readonly StoredPhoto[]) => void
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** 「2026-11-25T17:00」 as typed, in the city's time, as a moment; empty stays empty. */
export function momentOf(typed: string): string | null {
  return typed === '' ? null : `${typed.length === 16 ? `${typed}:00` : typed}+08:00`
}

function Several({
  field,
  label,
  value,
  onChange,
}: {
  field: Field
  label: string
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}): ReactElement {
  const say = useSay()
  const items = field.items
  return (
    <fieldset className="field">
      <legend className="label">{label}</legend>
      <div className="choices">
        {(items?.enum ?? []).map(String).map((option, index) => (
          <Tick
            key={option}
            selected={value.includes(option)}
            onChange={(yes) => onChange(yes ? [...value, option] : value.filter((each) => each !== option))}
          >
            {say(items?.['x-say']?.[index]) || option}
          </Tick>
        ))}
      </div>
    </fieldset>
  )
}

/** The label of a field in the reader's language. */
export function useFieldLabel(): (name: string, field: Field) => string {
  const { lang } = useSettings()
  return (name, field) => (lang === 'en' ? (field['x-en'] ?? field.title) : field.title) ?? name
}

/** Draws one field of what a move asks; the schema decides, nothing is known here of any move. */
export function FieldControl({ field: given, name, required, value, wrong, onChange, photos, onPhotos }: Props): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const field = bare(given)
  const own = useFieldLabel()(name, given)
  const label = required ? own : t('form.optional', { label: own })
  const common = { label, hint: say(field['x-help']) || undefined, wrong }
  const most = field.maxLength === undefined ? {} : { maxLength: field.maxLength }
  switch (widgetOf(given)) {
    case 'choice': {
      const options = (field.enum ?? [])
        .filter((each) => each !== null)
        .map((each, index) => ({ value: String(each), say: say(field['x-say']?.[index]) || String(each) }))
      return <Choice {...common} options={options} value={textOf(value) || null} onChange={onChange} />
    }
    case 'satisfaction': {
      const options = [5, 4, 3, 2, 1].map((level) => ({ value: String(level), say: say(field['x-say']?.[level - 1]) || String(level) }))
      return <Choice {...common} options={options} value={textOf(value) || null} onChange={(level) => onChange(Number(level))} />
    }
    case 'yesNo': {
      if (!required)
        return (
          <Tick selected={value === true} onChange={(yes) => onChange(yes || undefined)}>
            {own}
          </Tick>
        )
      const options = [
        { value: 'yes', say: t('form.yes') },
        { value: 'no', say: t('form.no') },
      ]
      return (
        <Choice
          {...common}
          options={options}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(answer) => onChange(answer === 'yes')}
        />
      )
    }
    case 'choices':
      return <Several field={field} label={label} value={listOf(value)} onChange={onChange} />
    case 'photos':
      return <PhotoField label={label} photos={photos} most={field.maxItems ?? 9} onChange={onPhotos} />
    case 'number':
      return (
        <TextBox
          {...common}
          inputMode="numeric"
          value={textOf(value)}
          onChange={(typed) => onChange(/^-?\d+$/.test(typed.trim()) ? Number(typed.trim()) : typed || undefined)}
        />
      )
    case 'when':
      return (
        <TextBox
          {...common}
          type="datetime-local"
          value={textOf(value).slice(0, 16)}
          onChange={(typed) => onChange(momentOf(typed) ?? undefined)}
        />
      )
    case 'unit':
      return <UnitPick {...common} most={1} value={value ? [textOf(value)] : []} onChange={(units) => onChange(units[0])} />
    case 'units':
      return <UnitPick {...common} most={field.maxItems ?? 10} value={listOf(value)} onChange={onChange} />
    case 'category':
      return <CategoryPick {...common} value={textOf(value)} onChange={onChange} />
    case 'county':
      return <CountyPick {...common} value={textOf(value)} onChange={onChange} />
    case 'longtext':
      return <TextBox {...common} {...most} long value={textOf(value)} onChange={onChange} />
    default:
      return <TextBox {...common} {...most} value={textOf(value)} onChange={onChange} />
  }
}
