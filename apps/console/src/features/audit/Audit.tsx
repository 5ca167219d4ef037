import type { Schemas } from '@linli/api'
import { momentSay, useLang, useNow } from '@linli/ui'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { useList } from '../../parts/use-list.ts'
import { ChainCheck } from './Chain.tsx'
import { auditWords } from './words.ts'

type Entry = Schemas['AuditEntry']
type Part = 'action' | 'actor' | 'objectKind' | 'objectId'

const route = getRouteApi('/desk/audit')
const parts: readonly Part[] = ['action', 'actor', 'objectKind', 'objectId']

const factsOf = (entry: Entry): string =>
  Object.entries(entry.facts)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')

/** What was done, by whom, and whether the record of it is whole: the audit administrator's page. */
export function Audit(): ReactElement {
  const t = useWords(auditWords)
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useList<Entry>('audit', '/api/audit/entries', { ...search, limit: 100 })
  const set = (name: Part, value: string): void =>
    void navigate({ search: (before) => ({ ...without(before, name), ...(value && { [name]: value }) }), replace: true })
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      filters={parts.map((part) => (
        <SearchField key={part} label={t(part)} value={search[part] ?? ''} onSet={(value) => set(part, value)} />
      ))}
      side={null}
      onClose={() => undefined}
    >
      <div className="stack">
        <ChainCheck />
        <ListFrame list={list} empty={t('empty')}>
          <DataTable<Entry>
            caption={t('title')}
            rows={list.items}
            keyOf={(entry) => entry.id}
            columns={[
              { key: 'at', title: t('at'), render: (entry) => <time dateTime={entry.at}>{momentSay(entry.at, now, lang)}</time> },
              { key: 'action', title: t('action'), render: (entry) => <span className="ink">{entry.action}</span> },
              {
                key: 'who',
                title: t('who'),
                render: (entry) => <span title={entry.actorId ?? ''}>{entry.post ?? entry.actorId ?? entry.actorKind}</span>,
              },
              {
                key: 'object',
                title: t('object'),
                render: (entry) => <span title={entry.objectId ?? ''}>{`${entry.objectKind} ${entry.objectId ?? ''}`}</span>,
              },
              {
                key: 'facts',
                title: t('facts'),
                main: true,
                wide: true,
                render: (entry) => <span title={factsOf(entry)}>{factsOf(entry)}</span>,
              },
            ]}
          />
        </ListFrame>
      </div>
    </Register>
  )
}
