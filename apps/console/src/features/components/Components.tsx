import { Icon, StateTag } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import type { Column } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { spaced, toneOf } from './component.ts'
import type { ComponentRow, ComponentView } from './component.ts'
import { refreshComponents } from './ComponentDetail.tsx'
import { OneComponent } from './ComponentPage.tsx'
import { newFields } from './forms.ts'
import { keepers } from './keepers.ts'
import { useCounts, useTypes } from './use-types.ts'
import { componentStateWords, componentWords } from './words.ts'

const route = getRouteApi('/desk/components')

function Filters(): ReactElement {
  const t = useWords(componentWords)
  const s = useWords(componentStateWords)
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const counts = useCounts(search.area)
  const types = (counts.data?.items ?? []).map((one) => ({ value: one.type.code, label: `${say(one.type.name)} ${one.n}` }))
  const states = [
    { value: '', label: t('there') },
    { value: 'damaged,lost', label: t('wrong') },
    { value: 'abandoned', label: s('abandoned') },
    { value: 'removed', label: s('removed') },
  ]
  return (
    <>
      <FilterForm<'q' | 'area' | 'type' | 'state'>
        filters={[
          { kind: 'words', name: 'q', label: t('find') },
          { kind: 'area', name: 'area', label: t('area') },
          { kind: 'choice', name: 'type', label: t('type'), all: t('allTypes'), options: types },
          { kind: 'tabs', name: 'state', label: t('state'), options: states },
        ]}
        value={search}
        onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
      />
      {counts.data && (
        <span className="quiet" aria-live="polite">
          {t('total', { count: counts.data.total })}
          {counts.data.wrong > 0 && ` · ${t('totalWrong', { count: counts.data.wrong })}`}
        </span>
      )}
    </>
  )
}

function useColumns(): readonly Column<ComponentRow>[] {
  const t = useWords(componentWords)
  const say = useSay()
  return [
    {
      key: 'name',
      title: t('name'),
      main: true,
      render: (one) => (
        <Link to="/components" search={(before) => ({ ...before, at: one.id })} className="cell-title">
          {one.name}
        </Link>
      ),
    },
    { key: 'type', title: t('type'), wide: true, render: (one) => say(one.type.name) },
    { key: 'state', title: t('state'), render: (one) => <StateTag tone={toneOf(one.state)}>{say(one.stateSay)}</StateTag> },
    { key: 'code', title: t('code'), wide: true, render: (one) => <span className="number">{spaced(one.code)}</span> },
    { key: 'place', title: t('place'), wide: true, render: (one) => [one.area.name, one.placeWords].filter(Boolean).join(' · ') },
    { key: 'owner', title: t('owner'), wide: true, render: (one) => one.owner?.name },
    { key: 'phone', title: t('phone'), wide: true, extra: true, render: (one) => one.phone },
  ]
}

function NewComponent({
  onDone,
  onCancel,
}: {
  readonly onDone: (made: ComponentView) => void
  readonly onCancel: () => void
}): ReactElement {
  const t = useWords(componentWords)
  const types = useTypes(true)
  return (
    <AskForm<ComponentView>
      id="new component"
      title={t('newTitle')}
      explain={t('newExplain')}
      fields={newFields(types)}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/components', body, { attempts })}
      onCancel={onCancel}
      onDone={onDone}
    />
  )
}

function Tools({ onAdd }: { readonly onAdd: () => void }): ReactElement {
  const t = useWords(componentWords)
  const search = route.useSearch()
  const isKeeper = useMe().data?.posts.some((post) => keepers.includes(post.role)) ?? false
  return (
    <>
      <Link to="/components/spares" className="plain-button">
        {t('spares')}
      </Link>
      <Link to="/components/labels" search={without(search, 'at')} className="plain-button">
        <Icon name="print" size={16} />
        {t('labels')}
      </Link>
      {isKeeper && <Button onClick={onAdd}>{t('add')}</Button>}
    </>
  )
}

/** The register of city components: filter, find, open, say what became of one. */
export function Components(): ReactElement {
  const t = useWords(componentWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const { q, area, type, state, at } = search
  const list = useList<ComponentRow>('components', '/api/components', { q, area, type, state, limit: 50 })
  const columns = useColumns()
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const form = (
    <NewComponent
      onCancel={close}
      onDone={(made) => {
        refreshComponents()
        setAdding(false)
        void navigate({ search: { q: made.code, at: made.id } })
      }}
    />
  )
  const isFiltered = [q, area, type, state].some((one) => one !== undefined)
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={<Tools onAdd={() => setAdding(true)} />}
      filters={<Filters />}
      side={adding ? form : at !== undefined && <OneComponent key={at} id={at} />}
      onClose={close}
    >
      <ListFrame list={list} empty={isFiltered ? t('empty') : t('none')}>
        <DataTable<ComponentRow>
          name="components"
          caption={t('title')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === at}
          columns={columns}
        />
      </ListFrame>
    </Register>
  )
}
