import { address } from '@linli/api'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { List } from '../api/shapes.ts'
import { useAsk } from '../app/ask.ts'
import { useSay } from '../app/language.ts'
import { useCatalogue } from '../catalogue/cards.ts'
import { Catalogue } from '../catalogue/CategoryField.tsx'
import { useAreasBelow } from '../map/areas.ts'
import { Choice, TextBox } from '../parts/Fields.tsx'
import { Press } from '../parts/Press.tsx'

interface Common {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
}

interface Unit {
  readonly id: string
  readonly name: string
}

const mostUnits = 12

/** Units found by a part of their name. */
export function UnitPick({
  label,
  hint,
  wrong,
  most,
  value,
  onChange,
}: Common & { most: number; value: readonly string[]; onChange: (units: readonly string[]) => void }): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const found = useAsk<List<Unit>>(address('/api/units', { q: words.trim(), limit: mostUnits }), { enabled: words.trim() !== '' })
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const take = (unit: Unit) => {
    setNames({ ...names, [unit.id]: unit.name })
    setWords('')
    onChange(most === 1 ? [unit.id] : [...value.filter((id) => id !== unit.id), unit.id])
  }
  return (
    <div className="field">
      <TextBox label={label} hint={hint} wrong={wrong} value={words} onChange={setWords} placeholder={t('form.unitExample')} />
      {value.length > 0 ? (
        <div className="chips">
          {value.map((id) => (
            <Press key={id} icon="close" onPress={() => onChange(value.filter((each) => each !== id))}>
              {names[id] ?? id}
            </Press>
          ))}
        </div>
      ) : null}
      {(words.trim() === '' ? [] : (found.data?.body.items ?? [])).slice(0, mostUnits).map((unit) => (
        <Press key={unit.id} look="row" onPress={() => take(unit)}>
          {unit.name}
        </Press>
      ))}
      {words.trim() !== '' && found.data?.body.items.length === 0 ? <p className="hint">{t('form.noUnit')}</p> : null}
    </div>
  )
}

/** A class of the catalogue. */
export function CategoryPick({
  label,
  wrong,
  value,
  onChange,
}: Common & { value: string; onChange: (code: string) => void }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const [choosing, setChoosing] = useState(value === '')
  const { categories } = useCatalogue(value !== '')
  const chosen = categories.find((card) => card.code === value)
  return (
    <div className="field">
      <span className="label">{label}</span>
      {value ? <p className="category-now">{chosen ? say(chosen.name) : value}</p> : null}
      {choosing ? (
        <Catalogue
          onTake={(card) => {
            setChoosing(false)
            onChange(card.code)
          }}
        />
      ) : (
        <Press onPress={() => setChoosing(true)}>{t('category.other')}</Press>
      )}
      {wrong ? <span className="wrong">{wrong}</span> : null}
    </div>
  )
}

/** A county of the city. */
export function CountyPick({
  label,
  hint,
  wrong,
  value,
  onChange,
}: Common & { value: string; onChange: (code: string) => void }): ReactElement {
  const { areas } = useAreasBelow(null, true)
  return (
    <Choice
      label={label}
      hint={hint}
      wrong={wrong}
      options={areas.map((area) => ({ value: area.code, say: area.name }))}
      value={value || null}
      onChange={onChange}
    />
  )
}
