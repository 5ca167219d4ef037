import type { Schemas } from '@linli/api'
import { dateSay, EmptyState, ErrorState, Skeleton, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { accountWords } from './admin-words.ts'
import { OnceShown } from './OnceShown.tsx'

type Key = Schemas['ApiKeyList']['items'][number]

const fields = [ask('name', accountWords.keyName, 'text', { maxLength: 80 }), ask('area', accountWords.area, 'area')]
const refresh = (): void => void queries.invalidateQueries({ queryKey: ['api-keys'] })

/** Keys with which other systems report; each is shown once and can be ended. */
export function ApiKeys(): ReactElement {
  const t = useWords(accountWords)
  const lang = useLang()
  const now = useNow()
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => api.get<Schemas['ApiKeyList']>('/api/api-keys') })
  const end = async (id: string): Promise<void> => {
    await api.delete(`/api/api-keys/${id}`)
    refresh()
  }
  return (
    <div className="stack">
      {keys.isPending && <Skeleton shape="table" rows={3} />}
      {keys.error && <ErrorState trouble={troubleOf(keys.error)} onRetry={() => void keys.refetch()} />}
      {keys.data?.items.length === 0 && <EmptyState>{t('noKeys')}</EmptyState>}
      {keys.data && keys.data.items.length > 0 && (
        <DataTable<Key>
          caption={t('keys')}
          rows={keys.data.items}
          keyOf={(key) => key.id}
          columns={[
            { key: 'name', title: t('keyName'), main: true, render: (key) => key.name },
            { key: 'area', title: t('area'), render: (key) => <span title={key.area}>{key.areaName}</span> },
            { key: 'since', title: t('since'), render: (key) => dateSay(key.createdAt, now, lang) },
            {
              key: 'end',
              title: '',
              right: true,
              render: (key) =>
                key.endedAt === null ? (
                  <button type="button" className="link-button" onClick={() => void end(key.id)}>
                    {t('endKey')}
                  </button>
                ) : (
                  <StateTag tone="paused">{t('ended')}</StateTag>
                ),
            },
          ]}
        />
      )}
      <Actions
        actions={[
          {
            key: 'add',
            label: t('addKey'),
            render: (close, done) => (
              <AskForm<Schemas['ApiKeyMade']>
                id="new api key"
                title={t('addKey')}
                fields={fields}
                submit={t('addKey')}
                send={(body, attempts) => api.post('/api/api-keys', body, { attempts })}
                onCancel={close}
                onDone={({ key }) => {
                  refresh()
                  done(key === null ? t('linkGone') : <OnceShown text={key} explain={t('key')} />)
                }}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
