import type { Schemas } from '@linli/api'
import { EmptyState } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Note } from '../../parts/Note.tsx'
import { peopleWords } from './words.ts'

type Found = Schemas['FoundPersons']

/** Who was found, masked. */
export function FoundTable({ found, at }: { readonly found: Found; readonly at: string | undefined }): ReactElement {
  const t = useWords(peopleWords)
  if (found.items.length === 0) return <EmptyState>{t('none')}</EmptyState>
  return (
    <>
      {found.more && <Note>{t('more')}</Note>}
      <DataTable<Found['items'][number]>
        caption={t('found')}
        rows={found.items}
        keyOf={(one) => one.id}
        here={(one) => one.id === at}
        columns={[
          {
            key: 'name',
            title: t('person'),
            main: true,
            render: (one) => (
              <Link to="/people" search={(before) => ({ ...before, at: one.id })} className="cell-title">
                {one.name}
              </Link>
            ),
          },
          { key: 'age', title: t('age'), right: true, render: (one) => one.age ?? '' },
          { key: 'idNumber', title: t('idNumber'), wide: true, render: (one) => <span className="number">{one.idNumber}</span> },
          { key: 'phone', title: t('phone'), wide: true, render: (one) => <span className="number">{one.phone}</span> },
          { key: 'grid', title: t('grid'), render: (one) => one.areaName },
        ]}
      />
    </>
  )
}
