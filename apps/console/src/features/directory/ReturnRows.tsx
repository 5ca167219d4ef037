import type { Schemas } from '@linli/api'
import { dateSay, useLang, useNow } from '@linli/ui'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import type { By } from './Returns.tsx'
import { returnWords } from './return-words.ts'

type Row = Schemas['ReturnRow']

interface ReturnRowsProps {
  readonly by: By
  readonly value: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The orders behind one count of the report. */
export function ReturnRows({ by, value, from, to }: ReturnRowsProps): ReactElement {
  const t = useWords(returnWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const list = useList<Row>('returns', '/api/returns/rows', { from, to, [by]: value })
  return (
    <div className="stack">
      <h2>{t('rows')}</h2>
      <ListFrame list={list} shape="list" empty={t('noRows')}>
        <ul className="precedents">
          {list.items.map((row) => (
            <li key={row.id}>
              <div>
                <Link to="/cases/$id" params={{ id: row.case.id }}>
                  {row.case.title}
                </Link>
                <p>
                  {row.unit.name} · {say(row.reason.say)} · {say(row.outcome.say)}
                </p>
                <p className="quiet small">
                  {dateSay(row.dispatchedAt, now, lang)} · {say(row.category.name)} · <span className="number">{row.case.number}</span>
                </p>
              </div>
            </li>
          ))}
        </ul>
      </ListFrame>
    </div>
  )
}
