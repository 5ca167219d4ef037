import type { Schemas } from '@linli/api'
import { momentSay, useLang, useNow } from '@linli/ui'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm, optionsOf } from '../../parts/FilterForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { roleWords } from '../posts/words.ts'
import { actionWords, actorWords, objectWords } from './action-words.ts'
import { ChainCheck } from './Chain.tsx'
import { auditWords } from './words.ts'

type Entry = Schemas['AuditEntry']

const route = getRouteApi('/desk/audit')

/** The last digits by which two ids are told apart; the whole one is in the title and in the file. */
const short = (id: string | null): string => (id === null ? '' : id.length > 20 ? `…${id.slice(-6)}` : id)

/** Codes as words; what has none is shown by its code. */
function useNames() {
  const a = useWords(actionWords)
  const o = useWords(objectWords)
  const w = useWords(actorWords)
  const r = useWords(roleWords)
  const roleOf = (post: string): string => {
    const [role = ''] = post.split(':')
    return role in roleWords ? r(role as keyof typeof roleWords) : post
  }
  return {
    action: (code: string) => (code in actionWords ? a(code as keyof typeof actionWords) : code),
    object: (kind: string) => (kind in objectWords ? o(kind as keyof typeof objectWords) : kind),
    who: (entry: Entry) => {
      const kind = entry.actorKind in actorWords ? w(entry.actorKind as keyof typeof actorWords) : entry.actorKind
      return entry.post === null ? kind : roleOf(entry.post)
    },
    actions: optionsOf(actionWords, a),
    objects: optionsOf(objectWords, o),
  }
}

/** What was done, by whom, and whether the record of it is whole: the audit administrator's page. */
export function Audit(): ReactElement {
  const t = useWords(auditWords)
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useList<Entry>('audit', '/api/audit/entries', { ...search, limit: 100 })
  const names = useNames()
  const say = useSay()
  const factsOf = ({ factsSay }: Entry): string =>
    factsSay.map(({ name, value }) => t('fact', { name: say(name), value: say(value) })).join(t('between'))
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      filters={
        <FilterForm<'action' | 'actor' | 'objectKind' | 'objectId'>
          filters={[
            { kind: 'choice', name: 'action', label: t('action'), options: names.actions },
            { kind: 'choice', name: 'objectKind', label: t('objectKind'), options: names.objects },
            { kind: 'words', name: 'actor', label: t('actor') },
            { kind: 'words', name: 'objectId', label: t('objectId') },
          ]}
          value={search}
          onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
          onClear={() => void navigate({ search: {} })}
        />
      }
      side={null}
      onClose={() => undefined}
    >
      <div className="stack">
        <ChainCheck />
        <ListFrame list={list} empty={t('empty')}>
          <DataTable<Entry>
            name="audit"
            caption={t('title')}
            rows={list.items}
            keyOf={(entry) => entry.id}
            columns={[
              { key: 'at', title: t('at'), render: (entry) => <time dateTime={entry.at}>{momentSay(entry.at, now, lang)}</time> },
              {
                key: 'action',
                title: t('action'),
                main: true,
                render: (entry) => <span title={entry.action}>{names.action(entry.action)}</span>,
              },
              {
                key: 'who',
                title: t('who'),
                render: (entry) => (
                  <span title={entry.actorId ?? ''}>
                    {names.who(entry)} <span className="number small">{short(entry.actorId)}</span>
                  </span>
                ),
              },
              {
                key: 'object',
                title: t('object'),
                render: (entry) => (
                  <span title={entry.objectId ?? ''}>
                    {names.object(entry.objectKind)} <span className="number small">{short(entry.objectId)}</span>
                  </span>
                ),
              },
              {
                key: 'facts',
                title: t('facts'),
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
