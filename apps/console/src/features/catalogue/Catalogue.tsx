import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { CategoryDetail, refreshCatalogue } from './CategoryDetail.tsx'
import { newBody, newFields } from './limits.ts'
import { catalogueWords } from './words.ts'

type Category = Schemas['CityCategory']

const route = getRouteApi('/desk/catalogue')

function Filters(): ReactElement {
  const t = useWords(catalogueWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const options = [
    { value: '', label: t('all') },
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ]
  return (
    <FilterForm
      filters={[
        { kind: 'words', name: 'q', label: t('find') },
        { kind: 'tabs', name: 'enabled', label: t('enabled'), options },
      ]}
      value={search}
      onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
    />
  )
}

/** The catalogue as the city keeps it. */
export function Catalogue(): ReactElement {
  const t = useWords(catalogueWords)
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<Category>('catalogue', '/api/categories', { q: search.q, enabled: search.enabled, limit: 100 })
  const shown = list.items.find((one) => one.code === search.at)
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const form = (
    <AskForm<Category>
      id="new category"
      title={t('add')}
      fields={newFields}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/categories', newBody(body), { attempts })}
      onCancel={close}
      onDone={(made) => {
        refreshCatalogue()
        setAdding(false)
        void navigate({ search: { q: made.code, at: made.code } })
      }}
    />
  )
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={<Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      filters={<Filters />}
      side={adding ? form : shown && <CategoryDetail key={shown.code} one={shown} />}
      onClose={close}
    >
      <ListFrame list={list} empty={t('empty')}>
        <DataTable<Category>
          name="catalogue"
          caption={t('title')}
          rows={list.items}
          keyOf={(one) => one.code}
          here={(one) => one.code === search.at}
          columns={[
            { key: 'code', title: t('code'), render: (one) => one.code },
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (one) => (
                <Link to="/catalogue" search={(before) => ({ ...before, at: one.code })} className="cell-title">
                  {say(one.name)}
                </Link>
              ),
            },
            { key: 'group', title: t('group'), wide: true, render: (one) => say(one.group.name) },
            { key: 'severity', title: t('severity'), wide: true, render: (one) => say(one.severitySay) },
            {
              key: 'enabled',
              title: t('enabled'),
              render: (one) => (one.enabled ? <StateTag tone="done">{t('yes')}</StateTag> : <StateTag tone="paused">{t('no')}</StateTag>),
            },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
