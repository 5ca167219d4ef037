import { FigureN, momentSay, useLang, useNow } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { NewImport } from './NewImport.tsx'
import { RunDetail, RunState } from './RunDetail.tsx'
import type { Run } from './types.ts'
import { importWords } from './words.ts'

const route = getRouteApi('/desk/imports')

/** Files of other systems: handed in, tried, taken in, accounted for, undone. */
export function Imports(): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [adding, setAdding] = useState(false)
  const list = useList<Run>('imports', '/api/imports', { limit: 50 })
  const open = (at: string | undefined): void => {
    setAdding(false)
    void navigate({ search: (before) => ({ ...without(before, 'at'), ...(at !== undefined && { at }) }) })
  }
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={<Button onClick={() => setAdding(true)}>{t('start')}</Button>}
      side={adding ? <NewImport onDone={open} /> : search.at !== undefined && <RunDetail key={search.at} id={search.at} onOther={open} />}
      onClose={() => open(undefined)}
    >
      <ListFrame list={list} empty={t('none')} emptyAction={<Button onClick={() => setAdding(true)}>{t('start')}</Button>}>
        <DataTable<Run>
          caption={t('runs')}
          rows={list.items}
          keyOf={(run) => run.id}
          here={(run) => run.id === search.at}
          columns={[
            {
              key: 'file',
              title: t('file'),
              main: true,
              render: (run) => (
                <Link to="/imports" search={{ at: run.id }} className="cell-title">
                  {run.fileName}
                </Link>
              ),
            },
            { key: 'into', title: t('into'), render: (run) => say(run.targetSay) },
            { key: 'system', title: t('system'), wide: true, render: (run) => run.system },
            { key: 'at', title: t('at'), wide: true, render: (run) => momentSay(run.submittedAt, now, lang) },
            { key: 'taken', title: t('taken'), right: true, render: (run) => <FigureN n={run.taken} of={run.rows} /> },
            { key: 'state', title: t('state'), render: (run) => <RunState run={run} /> },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
