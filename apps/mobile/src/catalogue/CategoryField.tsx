import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../app/language.ts'
import { TextBox } from '../parts/Fields.tsx'
import { Skeleton } from '../parts/Notes.tsx'
import { Press } from '../parts/Press.tsx'
import type { Pair } from '../api/shapes.ts'
import { type CategoryCard, type EmergencyCard, useCatalogue } from './cards.ts'
import '../styles/report.css'

/** A class that a person chose, in both languages. */
export interface Chosen {
  readonly code: string
  readonly name: Pair
  readonly emergency: EmergencyCard | null
}

interface Props {
  readonly chosen: Chosen | null
  readonly suggested: readonly CategoryCard[]
  readonly onChange: (chosen: Chosen | null) => void
}

const mostShown = 40

function matches(card: CategoryCard, words: string): boolean {
  const all = [card.name.zh, card.name.en, card.plain.zh, card.plain.en].join(' ').toLowerCase()
  return all.includes(words.trim().toLowerCase())
}

/** The whole catalogue, found by a word. */
export function Catalogue({ onTake }: { onTake: (card: CategoryCard) => void }): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const [words, setWords] = useState('')
  const { categories, loading } = useCatalogue(true)
  const found = categories.filter((card) => matches(card, words))
  return (
    <div className="card">
      <TextBox label={t('category.find')} value={words} onChange={setWords} placeholder={t('category.findExample')} />
      {loading ? <Skeleton rows={3} /> : null}
      <ul className="area-list">
        {found.slice(0, mostShown).map((card) => (
          <li key={card.code}>
            <Press wide look="row" onPress={() => onTake(card)}>
              {say(card.name)}
              <small className="hint block">{say(card.plain)}</small>
            </Press>
          </li>
        ))}
      </ul>
      {!loading && found.length === 0 ? <p className="hint">{t('category.none')}</p> : null}
    </div>
  )
}

/** What it is about: suggested from the words, changed by a tap, left to the desk when nobody knows. */
export function CategoryField({ chosen, suggested, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const say = useSay()
  const [choosing, setChoosing] = useState(false)
  const take = (card: CategoryCard) => {
    setChoosing(false)
    onChange({ code: card.code, name: card.name, emergency: card.emergency })
  }
  const first = suggested[0]
  return (
    <div className="field">
      <span className="label">{t('category.label')}</span>
      <output className="category-now">
        {chosen ? say(chosen.name) : first ? t('category.like', { name: say(first.name) }) : t('category.later')}
      </output>
      <div className="chips">
        {suggested.slice(chosen ? 0 : 1, 4).map((card) => (
          <Press key={card.code} onPress={() => take(card)}>
            {say(card.name)}
          </Press>
        ))}
        <Press look="quiet" onPress={() => setChoosing(!choosing)} aria-expanded={choosing}>
          {choosing ? t('category.close') : t('category.other')}
        </Press>
      </div>
      {choosing ? <Catalogue onTake={take} /> : null}
    </div>
  )
}
