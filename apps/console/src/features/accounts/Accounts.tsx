import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { ask, may } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { AccountDetail } from './AccountDetail.tsx'
import { accountWords } from './admin-words.ts'
import { ApiKeys } from './ApiKeys.tsx'
import { OnceShown } from './OnceShown.tsx'

type Account = Schemas['Account']
type Made = Schemas['AccountMade']

const route = getRouteApi('/desk/accounts')
const newAccount = [
  ask('name', accountWords.name, 'text', { maxLength: 60 }),
  ask('signIn', accountWords.signIn, 'text', { help: accountWords.signInHelp, minLength: 2, maxLength: 40 }),
  ask('area', accountWords.area, 'area'),
  may(ask('phone', accountWords.phone, 'text', { maxLength: 30 })),
]

function NewAccount({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const t = useWords(accountWords)
  const [made, setMade] = useState<Made | null>(null)
  const area = useMe().data?.posts.find((post) => post.role === 'securityAdmin')?.area.code
  if (made) {
    return (
      <div className="stack">
        <h2>{made.account.signIn}</h2>
        {made.link === null ? <p>{t('linkGone')}</p> : <OnceShown text={made.link} explain={t('link')} />}
      </div>
    )
  }
  return (
    <AskForm<Made>
      id="new account"
      title={t('add')}
      explain={t('addExplain')}
      fields={newAccount}
      initial={{ area }}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/accounts', body, { attempts })}
      onCancel={onCancel}
      onDone={(answer) => {
        void queries.invalidateQueries({ queryKey: ['accounts'] })
        setMade(answer)
      }}
    />
  )
}

function State({ one }: { readonly one: Account }): ReactElement {
  const t = useWords(accountWords)
  if (one.locked) return <StateTag tone="paused">{t('locked')}</StateTag>
  return one.hasPassword || one.kind === 'resident' ? (
    <StateTag tone="done">{t('active')}</StateTag>
  ) : (
    <StateTag tone="waiting">{t('waiting')}</StateTag>
  )
}

function useAccountList(): { readonly list: ReturnType<typeof useList<Account>>; readonly shown: Account | undefined } {
  const search = route.useSearch()
  const list = useList<Account>('accounts', '/api/accounts', { q: search.q, kind: search.kind, limit: 50 })
  return { list, shown: list.items.find((one) => one.id === search.at) }
}

function AccountTable({ list, at }: { readonly list: ReturnType<typeof useList<Account>>; readonly at: string | undefined }): ReactElement {
  const t = useWords(accountWords)
  return (
    <ListFrame list={list} empty={t('empty')}>
      <DataTable<Account>
        name="accounts"
        caption={t('accounts')}
        rows={list.items}
        keyOf={(one) => one.id}
        here={(one) => one.id === at}
        columns={[
          {
            key: 'name',
            title: t('name'),
            main: true,
            render: (one) => (
              <Link to="/accounts" search={(before) => ({ ...before, at: one.id })} className="cell-title">
                {one.name}
              </Link>
            ),
          },
          { key: 'signIn', title: t('signIn'), render: (one) => one.signIn },
          { key: 'kind', title: t('kind'), wide: true, render: (one) => t(one.kind) },
          { key: 'area', title: t('area'), wide: true, render: (one) => <span title={one.area}>{one.areaName}</span> },
          { key: 'factor', title: t('factor'), wide: true, render: (one) => t(one.secondFactor ? 'on' : 'off') },
          { key: 'state', title: t('state'), render: (one) => <State one={one} /> },
        ]}
      />
    </ListFrame>
  )
}

function Filters(): ReactElement {
  const t = useWords(accountWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const options = [
    { value: '', label: t('all') },
    { value: 'staff', label: t('staff') },
    { value: 'resident', label: t('resident') },
  ]
  return (
    <FilterForm
      filters={[
        { kind: 'words', name: 'q', label: t('find') },
        { kind: 'tabs', name: 'kind', label: t('kind'), options },
      ]}
      value={search}
      onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
    />
  )
}

/** Who can sign in: the security administrator's page. */
export function Accounts(): ReactElement {
  const t = useWords(accountWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const { list, shown } = useAccountList()
  const isKeys = search.tab === 'keys'
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const filters = (
    <>
      <div className="filters-tabs">
        <Segmented
          aria-label={t('title')}
          value={isKeys ? 'keys' : 'accounts'}
          options={[
            { value: 'accounts', label: t('accounts') },
            { value: 'keys', label: t('keys') },
          ]}
          onChange={(tab) => void navigate({ search: tab === 'keys' ? { tab } : {} })}
        />
      </div>
      {!isKeys && <Filters />}
    </>
  )
  const side = adding ? <NewAccount onCancel={close} /> : shown && <AccountDetail key={shown.id} one={shown} />
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={!isKeys && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      filters={filters}
      side={isKeys ? null : side}
      onClose={close}
    >
      {isKeys ? <ApiKeys /> : <AccountTable list={list} at={search.at} />}
    </Register>
  )
}
