import type { Schemas } from '@linli/api'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { Due } from './Due.tsx'
import { peopleWords } from './words.ts'

type Row = Schemas['PersonRequestList']['items'][number]

/** What persons ask about their own data; for the auditor, emergency openings to be reviewed. */
export function Requests({ at }: { readonly at: string | undefined }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const list = useList<Row>('person-requests', '/api/person-requests', { limit: 50 })
  return (
    <ListFrame list={list} empty={t('noRequests')}>
      <DataTable<Row>
        caption={t('requests')}
        rows={list.items}
        keyOf={(row) => row.id}
        here={(row) => row.id === at}
        columns={[
          {
            key: 'kind',
            title: t('kind'),
            main: true,
            render: (row) => (
              <Link to="/people" search={(before) => ({ ...before, at: row.id })} className="cell-title">
                {[say(row.kindSay), say(row.fieldSay)].filter(Boolean).join(' · ')}
              </Link>
            ),
          },
          { key: 'area', title: t('grid'), wide: true, render: (row) => row.areaName },
          { key: 'due', title: t('due'), render: (row) => <Due at={row.dueAt} /> },
        ]}
      />
    </ListFrame>
  )
}
