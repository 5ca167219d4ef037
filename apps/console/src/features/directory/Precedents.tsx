import type { Schemas } from '@linli/api'
import { Checkbox } from 'antd'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { RulingText } from '../cases/Rulings.tsx'
import { DirectoryTabs } from './DirectoryTabs.tsx'
import { precedentWords } from './precedent-words.ts'
import { refreshDirectory } from './RuleForms.tsx'

type Ruling = Schemas['Precedent']
type Drafted = Schemas['RuleOfPrecedents']

const route = getRouteApi('/desk/directory')

interface MakeRuleProps {
  readonly of: readonly Ruling[]
  readonly onCancel: () => void
}

/** Rulings that say the same become one rule of the draft, and are named there. */
function MakeRule({ of, onCancel }: MakeRuleProps): ReactElement {
  const t = useWords(precedentWords)
  const navigate = route.useNavigate()
  const precedents = of.map((one) => one.id)
  return (
    <AskForm<Drafted>
      id={`rule of ${precedents.join(' ')}`}
      title={t('makeRule')}
      explain={t('makeRuleExplain', { count: of.length, unit: of[0]?.decided.name ?? '' })}
      fields={[]}
      submit={t('makeRule')}
      send={(_, attempts) => api.post('/api/precedents/draft-rule', { precedents }, { attempts })}
      onCancel={onCancel}
      onDone={({ edition, rule }) => {
        refreshDirectory()
        void navigate({ search: { edition: String(edition), at: rule, category: rule.split('.')[0] ?? '' } })
      }}
    />
  )
}

interface LibraryProps {
  readonly rulings: readonly Ruling[]
  readonly chosen: ReadonlySet<string>
  /** Null for those who do not keep the directory. */
  readonly onChoose: ((id: string) => void) | null
}

function Library({ rulings, chosen, onChoose }: LibraryProps): ReactElement {
  const t = useWords(precedentWords)
  return (
    <ul className="precedents">
      {rulings.map((one) => (
        <li key={one.id}>
          {onChoose && (
            <Checkbox
              checked={chosen.has(one.id)}
              disabled={one.opposed !== null}
              aria-label={t('choose', { unit: one.decided.name })}
              onChange={() => onChoose(one.id)}
            />
          )}
          <div>
            <RulingText one={one} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The library of rulings on objections. */
export function Precedents(): ReactElement {
  const t = useWords(precedentWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayKeep = useIs('systemAdmin')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { category, area, unit, of: words } = search
  const q = words !== undefined && words.length > 1 ? words : undefined
  const list = useList<Ruling>('precedents', '/api/precedents', { category, area, unit, q, limit: 50 })
  const picked = list.items.filter((one) => chosen.has(one.id))
  const set = (name: 'category' | 'area' | 'unit' | 'of', value: string | undefined): void =>
    void navigate({ search: (before) => ({ ...without(before, name), ...(value && { [name]: value }) }) })
  const toggle = (id: string): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      filters={
        <>
          <DirectoryTabs />
          <FilterForm<'of' | 'category' | 'area' | 'unit'>
            filters={[
              { kind: 'words', name: 'of', label: t('words') },
              { kind: 'category', name: 'category', label: t('category') },
              { kind: 'area', name: 'area', label: t('area') },
              { kind: 'unit', name: 'unit', label: t('unit') },
            ]}
            value={search}
            onSet={set}
          />
        </>
      }
      side={picked.length > 0 && <MakeRule of={picked} onCancel={() => setChosen(new Set())} />}
      onClose={() => setChosen(new Set())}
    >
      <ListFrame list={list} shape="list" empty={t('none')}>
        <Library rulings={list.items} chosen={chosen} onChoose={mayKeep ? toggle : null} />
      </ListFrame>
    </Register>
  )
}
