import type { Schemas } from '@linli/api'
import { dateSay, StateTag, useLang, useNow } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { DirectoryTabs } from './DirectoryTabs.tsx'
import { directoryWords } from './words.ts'

type Edition = Schemas['DirectoryEdition']

const route = getRouteApi('/desk/directory')
const fields = [ask('zh', directoryWords.titleZh, 'text', { maxLength: 80 }), ask('en', directoryWords.titleEn, 'text', { maxLength: 80 })]

/** The number of the edition that decides now. */
function inForce(editions: readonly Edition[], now: Date): number | undefined {
  const begun = editions.filter((one) => one.validFrom !== null && Date.parse(one.validFrom) <= now.getTime())
  return begun.sort((a, b) => Date.parse(b.validFrom ?? '') - Date.parse(a.validFrom ?? ''))[0]?.number
}

function State({ one, current, now }: { readonly one: Edition; readonly current: number | undefined; readonly now: Date }): ReactElement {
  const t = useWords(directoryWords)
  if (one.state === 'draft') return <StateTag tone="waiting">{t('draft')}</StateTag>
  if (one.number === current) return <StateTag tone="active">{t('inForce')}</StateTag>
  if (one.validFrom !== null && Date.parse(one.validFrom) > now.getTime()) return <StateTag tone="soon">{t('coming')}</StateTag>
  return <StateTag tone="done">{t('published')}</StateTag>
}

/** The editions of the directory, the draft among them. */
export function Editions(): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const mayKeep = useIs('systemAdmin')
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<Edition>('editions', '/api/directory/editions')
  const current = inForce(list.items, now)
  const form = (
    <AskForm<Edition>
      id="new edition"
      title={t('begin')}
      explain={t('beginExplain')}
      fields={fields}
      submit={t('begin')}
      send={(body, attempts) => api.post('/api/directory/editions', { title: body }, { attempts })}
      onCancel={() => setAdding(false)}
      onDone={(edition) => {
        void queries.invalidateQueries({ queryKey: ['editions'] })
        void navigate({ search: { edition: String(edition.number) } })
      }}
    />
  )
  const hasDraft = list.items.some((one) => one.state === 'draft')
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={mayKeep && !hasDraft && <Button onClick={() => setAdding(true)}>{t('begin')}</Button>}
      filters={<DirectoryTabs />}
      side={adding && form}
      onClose={() => setAdding(false)}
    >
      <ListFrame list={list} empty={t('noEditions')}>
        <DataTable<Edition>
          caption={t('editions')}
          rows={list.items}
          keyOf={(one) => String(one.number)}
          columns={[
            { key: 'number', title: t('editions'), render: (one) => t('number', { n: one.number }) },
            {
              key: 'title',
              title: t('titleZh'),
              main: true,
              render: (one) => (
                <Link to="/directory" search={{ edition: String(one.number) }} className="cell-title">
                  {say(one.title)}
                </Link>
              ),
            },
            { key: 'rules', title: '', render: (one) => t('rules', { count: one.entries }) },
            { key: 'from', title: t('validFrom'), render: (one) => one.validFrom !== null && dateSay(one.validFrom, now, lang) },
            { key: 'state', title: '', render: (one) => <State one={one} current={current} now={now} /> },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
