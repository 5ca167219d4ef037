import type { Schemas } from '@linli/api'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { Due } from './Due.tsx'
import { peopleWords } from './words.ts'

type Row = Schemas['DoubtList']['items'][number]

/** Pairs that wait for a decision, oldest first. */
export function Doubts({ at }: { readonly at: string | undefined }): ReactElement {
  const t = useWords(peopleWords)
  const say = useSay()
  const list = useList<Row>('doubts', '/api/doubts', { limit: 50 })
  return (
    <ListFrame list={list} empty={t('noPairs')}>
      <DataTable<Row>
        caption={t('pairs')}
        rows={list.items}
        keyOf={(row) => row.id}
        here={(row) => row.id === at}
        columns={[
          {
            key: 'reasons',
            title: t('reasons'),
            main: true,
            long: true,
            render: (row) => (
              <Link to="/people" search={(before) => ({ ...before, at: row.id })} className="cell-title">
                {row.reasons.map(say).join('，')}
              </Link>
            ),
          },
          { key: 'score', title: t('score'), right: true, render: (row) => row.score },
          { key: 'area', title: t('grid'), wide: true, render: (row) => row.areaName },
          { key: 'due', title: t('due'), render: (row) => <Due at={row.dueAt} /> },
        ]}
      />
    </ListFrame>
  )
}
