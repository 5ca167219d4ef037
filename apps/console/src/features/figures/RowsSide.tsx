import { EmptyState, ErrorState, Skeleton } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CaseRow } from '../../api-types.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { More } from '../../parts/More.tsx'
import { useList } from '../../parts/use-list.ts'
import type { Figure } from './figure.ts'
import { figureWords } from './words.ts'

type Row = CaseRow & { readonly order: { readonly unit: string } | null }

function Rows({
  figure,
  part,
  query,
}: {
  readonly figure: string
  readonly part: string
  readonly query: Readonly<Record<string, string>>
}): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const list = useList<Row>('figure-rows', `/api/figures/${figure}/rows`, { ...query, part })
  if (list.isPending) return <Skeleton shape="table" />
  if (list.error) return <ErrorState trouble={troubleOf(list.error)} onRetry={list.again} />
  if (list.items.length === 0) return <EmptyState action={<span className="quiet">{t('emptyAction')}</span>}>{t('empty')}</EmptyState>
  return (
    <>
      <DataTable<Row>
        caption={t('rows')}
        rows={list.items}
        keyOf={(row) => `${row.id} ${row.order?.unit ?? ''}`}
        columns={[
          {
            key: 'matter',
            title: t('matter'),
            main: true,
            long: true,
            render: (row) => (
              <Link to="/cases/$id" params={{ id: row.id }}>
                {row.title}
              </Link>
            ),
          },
          { key: 'state', title: t('state'), render: (row) => say(row.stateSay) },
          { key: 'holder', title: t('holder'), render: (row) => row.order?.unit ?? row.unit?.name ?? '' },
        ]}
      />
      {list.hasMore && <More busy={list.isFetchingMore} onMore={list.more} />}
    </>
  )
}

/** The matters behind a figure: as many as its number says, and those of the base that are not among them. */
export function RowsSide({ figure, query }: { readonly figure: Figure; readonly query: Readonly<Record<string, string>> }): ReactElement {
  const t = useWords(figureWords)
  const say = useSay()
  const [part, setPart] = useState<'n' | 'rest'>('n')
  const rest = (figure.base ?? 0) - figure.n
  return (
    <div className="stack">
      <h2>{say(figure.say)}</h2>
      {figure.kind === 'share' && (
        <Segmented
          aria-label={t('rows')}
          value={part}
          options={[
            { value: 'n', label: `${t('rows')} ${figure.n}` },
            { value: 'rest', label: `${t('rest')} ${rest}` },
          ]}
          onChange={setPart}
        />
      )}
      <Rows key={part} figure={figure.key} part={part} query={query} />
    </div>
  )
}
