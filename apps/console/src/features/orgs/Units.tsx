import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { UnitLine, UnitRow } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { newUnit } from './forms.ts'
import { OrgTabs } from './OrgTabs.tsx'
import { UnitDetail } from './UnitDetail.tsx'
import { kindWords, orgWords } from './words.ts'

const route = getRouteApi('/desk/orgs')

function Filters(): ReactElement {
  const t = useWords(orgWords)
  const k = useWords(kindWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <FilterForm
      filters={[
        { kind: 'words', name: 'q', label: t('find') },
        { kind: 'choice', name: 'kind', label: t('kind'), options: optionsOf(kindWords, k) },
        { kind: 'area', name: 'area', label: t('area') },
      ]}
      value={search}
      onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
      onClear={() => void navigate({ search: {} })}
    />
  )
}

function NewUnit({ onDone, onCancel }: { readonly onDone: (unit: UnitRow) => void; readonly onCancel: () => void }): ReactElement {
  const t = useWords(orgWords)
  return (
    <AskForm<UnitRow>
      id="new unit"
      title={t('add')}
      fields={newUnit}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/units', body, { attempts })}
      onCancel={onCancel}
      onDone={(unit) => {
        void queries.invalidateQueries({ queryKey: ['units'] })
        onDone(unit)
      }}
    />
  )
}

/** The register of units. */
export function Units(): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<UnitLine>('units', '/api/units', { q: search.q, kind: search.kind, area: search.area, limit: 50 })
  const open = (at: string | undefined): void => {
    setAdding(false)
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(at !== undefined && { at }) }) })
  }
  const side = adding ? (
    <NewUnit onDone={(unit) => open(unit.id)} onCancel={() => setAdding(false)} />
  ) : (
    search.at !== undefined && <UnitDetail key={search.at} id={search.at} />
  )
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={mayKeep && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      filters={
        <>
          <div className="filters-tabs">
            <OrgTabs />
          </div>
          <Filters />
        </>
      }
      side={side}
      onClose={() => open(undefined)}
    >
      <ListFrame list={list} empty={t('empty')}>
        <DataTable<UnitLine>
          name="units"
          caption={t('units')}
          rows={list.items}
          keyOf={(unit) => unit.id}
          here={(unit) => unit.id === search.at}
          columns={[
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (unit) => (
                <Link to="/orgs" search={(before) => ({ ...before, at: unit.id })} className="cell-title">
                  {say(unit.name)}
                </Link>
              ),
            },
            { key: 'kind', title: t('kind'), render: (unit) => say(unit.kindSay) },
            { key: 'area', title: t('area'), wide: true, render: (unit) => <span title={unit.area}>{unit.areaName}</span> },
            { key: 'code', title: t('areaCode'), wide: true, extra: true, render: (unit) => unit.area },
            { key: 'phone', title: t('phone'), wide: true, render: (unit) => unit.phone },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
