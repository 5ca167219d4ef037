import type { Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { Register } from '../../parts/Register.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useList } from '../../parts/use-list.ts'
import { severityWords } from '../cases/words.ts'
import { useAreaNames } from './area-names.ts'
import { useCategoryNames } from './category-names.ts'
import { Changes } from './Changes.tsx'
import { DraftDesk } from './DraftDesk.tsx'
import { EditionTabs } from './EditionTabs.tsx'
import { EffectPage } from './EffectPage.tsx'
import { NewRule, RuleCard } from './RuleForms.tsx'
import { useUnitNames } from './unit-names.ts'
import { directoryWords } from './words.ts'

type Edition = Schemas['DirectoryEdition']
type Rule = Schemas['DirectoryRule']

const route = getRouteApi('/desk/directory')

function Rules({ edition, isDraft }: { readonly edition: Edition; readonly isDraft: boolean }): ReactElement {
  const t = useWords(directoryWords)
  const s = useWords(severityWords)
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<Rule>('rules', `/api/directory/editions/${edition.number}/rules`, {
    category: search.category,
    area: search.area,
    limit: 100,
  })
  const nameOf = useUnitNames(list.items.map((rule) => rule.lead))
  const areaOf = useAreaNames(list.items.map((rule) => rule.area))
  const categoryOf = useCategoryNames()
  const shown = list.items.find((rule) => rule.rule === search.at)
  const set = (name: 'category' | 'area' | 'at', value: string | undefined): void => {
    setAdding(false)
    void navigate({ search: (before) => ({ ...without(before, name), ...(value && { [name]: value }) }) })
  }
  return (
    <Register
      title={`${t('number', { n: edition.number })} · ${say(edition.title)}`}
      tools={isDraft && <Button onClick={() => setAdding(true)}>{t('addRule')}</Button>}
      filters={
        <>
          <div className="filters-tabs">
            <EditionTabs number={edition.number} />
          </div>
          <SearchField label={t('category')} value={search.category ?? ''} onSet={(category) => set('category', category)} />
          <div className="filter">
            <AreaPicker label={t('area')} placeholder={t('area')} value={search.area} onChange={(area) => set('area', area)} />
          </div>
        </>
      }
      side={
        adding ? (
          <NewRule edition={edition.number} onDone={() => setAdding(false)} />
        ) : (
          shown && <RuleCard key={shown.rule} edition={edition.number} rule={shown} isDraft={isDraft} onGone={() => set('at', undefined)} />
        )
      }
      onClose={() => set('at', undefined)}
    >
      {edition.reason && <p className="quiet">{t('publishedFor', { reason: edition.reason })}</p>}
      {isDraft && <DraftDesk edition={edition} />}
      <ListFrame list={list} empty={t('noRules')}>
        <DataTable<Rule>
          caption={t('title')}
          rows={list.items}
          keyOf={(rule) => rule.rule}
          here={(rule) => rule.rule === search.at}
          columns={[
            {
              key: 'category',
              title: t('category'),
              render: (rule) => (
                <button type="button" className="link-button" onClick={() => set('at', rule.rule)}>
                  {categoryOf(rule.category)}
                </button>
              ),
            },
            { key: 'area', title: t('area'), render: (rule) => <span title={rule.area}>{areaOf(rule.area)}</span> },
            { key: 'severity', title: t('severity'), wide: true, render: (rule) => (rule.severity === null ? t('any') : s(rule.severity)) },
            { key: 'lead', title: t('lead'), main: true, render: (rule) => nameOf(rule.lead) },
            { key: 'basis', title: t('basis'), wide: true, render: (rule) => say(rule.basis) },
          ]}
        />
      </ListFrame>
    </Register>
  )
}

/** The rules of one edition; the draft can be changed, checked and published. */
export function EditionRules({ number }: { readonly number: number }): ReactElement {
  const mayKeep = useIs('systemAdmin')
  const { view } = route.useSearch()
  const edition = useQuery({ queryKey: ['editions', 'one', number], queryFn: () => api.get<Edition>(`/api/directory/editions/${number}`) })
  if (edition.isPending) return <Skeleton shape="table" />
  if (edition.error) return <ErrorState trouble={troubleOf(edition.error)} onRetry={() => void edition.refetch()} />
  if (view === 'changes') return <Changes edition={edition.data} />
  if (view === 'effect') return <EffectPage edition={edition.data} />
  return <Rules edition={edition.data} isDraft={mayKeep && edition.data.state === 'draft'} />
}
