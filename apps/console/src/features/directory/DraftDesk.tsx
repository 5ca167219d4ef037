import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Actions } from '../../parts/Actions.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { Note } from '../../parts/Note.tsx'
import { Publish } from './Publish.tsx'
import { refreshDirectory } from './RuleForms.tsx'
import { directoryWords } from './words.ts'

type Edition = Schemas['DirectoryEdition']

const route = getRouteApi('/desk/directory')

/** What still keeps the draft from being published, and the two ways out of it. */
export function DraftDesk({ edition }: { readonly edition: Edition }): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const navigate = route.useNavigate()
  const path = `/api/directory/editions/${edition.number}`
  const faults = useQuery({
    queryKey: ['faults', edition.number, edition.version],
    queryFn: () => api.get<Schemas['DirectoryFaultList']>(`${path}/faults`),
  })
  const leave = (): void => {
    refreshDirectory()
    void navigate({ search: {} })
  }
  return (
    <div className="draft-desk">
      {faults.data?.items.length === 0 && <Note tone="done">{t('noFaults')}</Note>}
      {faults.data && faults.data.items.length > 0 && (
        <Note tone="soon">
          {t('faults')}
          <ul>
            {faults.data.items.map((fault) => (
              <li key={`${fault.rule ?? ''} ${fault.code}`}>
                {fault.rule} {say(fault.say)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Actions
        actions={[
          {
            key: 'publish',
            label: t('publish'),
            primary: true,
            render: (close) => <Publish edition={edition} onCancel={close} onDone={leave} />,
          },
          {
            key: 'discard',
            label: t('discard'),
            danger: true,
            render: (close) => (
              <AskForm
                id={`discard ${edition.number}`}
                title={t('discard')}
                explain={t('discardExplain')}
                fields={[]}
                submit={t('discard')}
                danger
                send={(_, attempts) => api.delete(path, { attempts })}
                onCancel={close}
                onDone={leave}
              />
            ),
          },
        ]}
      />
    </div>
  )
}
