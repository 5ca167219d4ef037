import type { Schemas } from '@linli/api'
import { ErrorState, Icon, momentSay, Skeleton, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { troubleOf } from '../../app/trouble.ts'
import { without } from '../../app/without.ts'
import { Actions } from '../../parts/Actions.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { spaced } from './component.ts'
import { keepers } from './keepers.ts'
import { spareWords as w, spareWords } from './spare-words.ts'
import { useTypes } from './use-types.ts'

type Spare = Schemas['Spare']
type SpareRow = Schemas['SpareRow']

const route = getRouteApi('/desk/components/spares')

const stockFields = [
  ask('because', w.because, 'choice', {
    choices: choicesFrom({ bought: w.bought, used: w.used, returned: w.returned, scrapped: w.scrapped, counted: w.counted }),
  }),
  ask('change', w.number, 'number', { min: -1_000_000, max: 1_000_000 }),
  may(ask('code', w.code, 'text', { maxLength: 40 })),
]

function refreshSpares(): void {
  for (const key of ['spares', 'spare']) void queries.invalidateQueries({ queryKey: [key] })
}

function useKeeps(): boolean {
  return useMe().data?.posts.some((post) => keepers.includes(post.role)) ?? false
}

function Steps({ one }: { readonly one: Spare }): ReactElement {
  const t = useWords(spareWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  return (
    <section className="stack">
      <h3>{t('history')}</h3>
      <ol className="plain-list">
        {one.steps.map((step) => (
          <li key={`${step.at} ${step.change}`} className="component-step">
            <span>
              <b className="number">{step.change > 0 ? `+${step.change}` : step.change}</b> {say(step.because)}
              {step.code && <span className="quiet number"> {spaced(step.code)}</span>}
            </span>
            <span className="quiet small">
              <time dateTime={step.at}>{momentSay(step.at, now, lang)}</time> · {step.by.name} {say(step.by.post)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Detail({ id }: { readonly id: string }): ReactElement {
  const t = useWords(spareWords)
  const say = useSay()
  const keeps = useKeeps()
  const found = useQuery({ queryKey: ['spare', id], queryFn: ({ signal }) => api.get<Spare>(`/api/spares/${id}`, {}, { signal }) })
  if (found.isPending) return <Skeleton shape="matter" />
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  const one = found.data
  const change = {
    key: 'stock',
    label: t('change'),
    primary: true,
    render: (close: () => void, done: () => void) => (
      <AskForm
        id={`spare ${id} ${one.version}`}
        title={t('change')}
        fields={stockFields}
        submit={t('change')}
        send={(body, attempts) => api.post(`/api/spares/${id}/stock`, body, { attempts })}
        onCancel={close}
        onDone={() => {
          refreshSpares()
          done()
        }}
      />
    ),
  }
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      <Facts
        of={[
          [t('quantity'), String(one.quantity)],
          [t('enough'), String(one.enough)],
          [t('store'), one.store],
          [t('type'), say(one.type.name)],
          [t('ownArea'), one.area.name],
        ]}
      />
      <Actions key={one.version} actions={keeps ? [change] : []} />
      <Steps one={one} />
    </div>
  )
}

function NewSpare({ onDone, onCancel }: { readonly onDone: (made: Spare) => void; readonly onCancel: () => void }): ReactElement {
  const t = useWords(spareWords)
  const types = useTypes(true)
  const area = useMe().data?.posts.find((post) => keepers.includes(post.role))?.area.code
  return (
    <AskForm<Spare>
      id="new spare"
      title={t('add')}
      fields={[
        ask('type', w.type, 'select', { choices: types }),
        ask('name', w.name, 'text', { maxLength: 60 }),
        ask('store', w.store, 'text', { maxLength: 60 }),
        ask('area', w.ownArea, 'area', { initial: area }),
        ask('quantity', w.quantity, 'number', { min: 0, max: 1_000_000 }),
        may(ask('enough', w.enough, 'number', { min: 0, max: 1_000_000 })),
      ]}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/spares', body, { attempts })}
      onCancel={onCancel}
      onDone={onDone}
    />
  )
}

function Table({ rows, at }: { readonly rows: readonly SpareRow[]; readonly at: string | undefined }): ReactElement {
  const t = useWords(spareWords)
  const say = useSay()
  return (
    <DataTable<SpareRow>
      caption={t('title')}
      rows={rows}
      keyOf={(one) => one.id}
      here={(one) => one.id === at}
      columns={[
        {
          key: 'name',
          title: t('name'),
          main: true,
          render: (one) => (
            <Link to="/components/spares" search={(before) => ({ ...before, at: one.id })} className="cell-title">
              {one.name}
            </Link>
          ),
        },
        { key: 'type', title: t('type'), wide: true, render: (one) => say(one.type.name) },
        { key: 'store', title: t('store'), wide: true, render: (one) => one.store },
        { key: 'quantity', title: t('quantity'), right: true, render: (one) => `${one.quantity}/${one.enough}` },
        {
          key: 'short',
          title: '',
          render: (one) => <StateTag tone={one.short ? 'soon' : 'done'}>{t(one.short ? 'short' : 'fine')}</StateTag>,
        },
      ]}
    />
  )
}

/** Spare parts by store: what is short first, and what came and went. */
export function Spares(): ReactElement {
  const t = useWords(spareWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const keeps = useKeeps()
  const [adding, setAdding] = useState(false)
  const query = useQuery({
    queryKey: ['spares', search.area],
    queryFn: async ({ signal }) =>
      (await api.get<{ readonly items: readonly SpareRow[] }>('/api/spares', { area: search.area }, { signal })).items,
  })
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const added = (made: Spare): void => {
    refreshSpares()
    setAdding(false)
    void navigate({ search: { at: made.id } })
  }
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={
        <>
          <Link to="/components" className="plain-button">
            <Icon name="back" size={16} />
            {t('back')}
          </Link>
          {keeps && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
        </>
      }
      filters={
        <FilterForm<'area'>
          filters={[{ kind: 'area', name: 'area', label: t('area') }]}
          value={search}
          onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
        />
      }
      side={adding ? <NewSpare onCancel={close} onDone={added} /> : search.at !== undefined && <Detail key={search.at} id={search.at} />}
      onClose={close}
    >
      <ListFrame query={query} empty={t('empty')}>
        <Table rows={query.data ?? []} at={search.at} />
      </ListFrame>
    </Register>
  )
}
