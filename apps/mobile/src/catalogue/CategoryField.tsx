import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../app/language.ts'
import { TextBox } from '../parts/Fields.tsx'
import { Skeleton } from '../parts/Notes.tsx'
import { Press } from '../parts/Press.tsx'
import { type CategoryCard, useCatalogue } from './cards.ts'
import '../styles/report.css'

interface Props {
  readonly chosen: { readonly code: string; readonly name: string } | null
  readonly suggested: readonly CategoryCard[]
  readonly onChange: (chosen: { code: string; name: string } | null) => void
}

const mostShown = 40

function matches(card: CategoryCard, words: string): boolean {
  const all = [card.name.zh, card.name.en, card.plain?.zh ?? '', card.plain?.en ?? ''].join(' ').toLowerCase()
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
              {card.plain ? <small className="hint block">{say(card.plain)}</small> : null}
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
    onChange({ code: card.code, name: say(card.name) })
  }
  const first = suggested[0]
  return (
    <div className="field">
      <span className="label">{t('category.label')}</span>
      <output className="category-now">
        {chosen ? chosen.name : first ? t('category.like', { name: say(first.name) }) : t('category.later')}
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
