import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import { ask, choicesFrom, may } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { PostDetail } from './PostDetail.tsx'
import { postWords, roleWords } from './words.ts'

type Post = Schemas['Post']
type PostLine = Schemas['PostLine']

const route = getRouteApi('/desk/posts')
const newPost = [
  ask('role', postWords.role, 'choice', { choices: choicesFrom(roleWords) }),
  ask('org', postWords.org, 'unit'),
  ask('area', postWords.area, 'area'),
  may(ask('areas', postWords.areas, 'areas', { help: postWords.areasHelp })),
]

function Filters(): ReactElement {
  const t = useWords(postWords)
  const r = useWords(roleWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <FilterForm
      filters={[
        { kind: 'choice', name: 'role', label: t('role'), options: optionsOf(roleWords, r) },
        { kind: 'unit', name: 'org', label: t('org') },
        { kind: 'area', name: 'area', label: t('area') },
        { kind: 'yes', name: 'vacant', label: t('onlyVacant') },
      ]}
      value={search}
      onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
      onClear={() => void navigate({ search: {} })}
    />
  )
}

/** Posts, and who holds them. */
export function Posts(): ReactElement {
  const t = useWords(postWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<PostLine>('posts', '/api/posts', {
    role: search.role,
    area: search.area,
    org: search.org,
    vacant: search.vacant,
    limit: 50,
  })
  const shown = list.items.find((post) => post.id === search.at)
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const form = (
    <AskForm<Post>
      id="new post"
      title={t('add')}
      fields={newPost}
      submit={t('add')}
      send={(body, attempts) => api.post('/api/posts', body, { attempts })}
      onCancel={close}
      onDone={(post) => {
        void queries.invalidateQueries({ queryKey: ['posts'] })
        setAdding(false)
        void navigate({ search: (before) => ({ ...before, at: post.id }) })
      }}
    />
  )
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={mayKeep && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      filters={<Filters />}
      side={adding ? form : shown && <PostDetail key={shown.id} post={shown} />}
      onClose={close}
    >
      <ListFrame list={list} empty={t('empty')}>
        <DataTable<PostLine>
          name="posts"
          caption={t('title')}
          rows={list.items}
          keyOf={(post) => post.id}
          here={(post) => post.id === search.at}
          columns={[
            {
              key: 'role',
              title: t('role'),
              render: (post) => (
                <Link to="/posts" search={(before) => ({ ...before, at: post.id })} className="ink">
                  {say(post.roleSay)}
                </Link>
              ),
            },
            { key: 'org', title: t('org'), main: true, render: (post) => say(post.org.name) },
            { key: 'area', title: t('area'), wide: true, render: (post) => <span title={post.area}>{post.areaName}</span> },
            { key: 'code', title: t('areaCode'), wide: true, extra: true, render: (post) => post.area },
            {
              key: 'holders',
              title: t('holders'),
              right: true,
              render: (post) =>
                post.holders === 0 ? <StateTag tone="soon">{t('vacant')}</StateTag> : t('people', { count: post.holders }),
            },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
