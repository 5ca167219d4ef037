import type { Schemas } from '@linli/api'
import { dateSay, useLang, useNow } from '@linli/ui'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { newWorker } from './forms.ts'
import { OrgPage } from './OrgPage.tsx'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { orgWords } from './words.ts'

type Worker = Schemas['GridWorker']
type Open = { readonly form: 'new' } | { readonly form: 'end'; readonly worker: Worker }

const refresh = (): void => void queries.invalidateQueries({ queryKey: ['grid-staff'] })

function StaffForm({ open, onClose }: { readonly open: Open; readonly onClose: () => void }): ReactElement {
  const t = useWords(orgWords)
  const onDone = (): void => {
    refresh()
    onClose()
  }
  if (open.form === 'new') {
    return (
      <AskForm
        id="new grid worker"
        title={t('addWorker')}
        fields={newWorker}
        submit={t('addWorker')}
        send={(body, attempts) => api.post('/api/grid-staff', body, { attempts })}
        onCancel={onClose}
        onDone={onDone}
      />
    )
  }
  return (
    <AskForm
      id={`end grid worker ${open.worker.id}`}
      title={`${open.worker.name} · ${t('endWorker')}`}
      explain={t('endWorkerExplain')}
      fields={[]}
      submit={t('endWorker')}
      danger
      send={(_, attempts) => api.delete(`/api/grid-staff/${open.worker.id}`, { attempts })}
      onCancel={onClose}
      onDone={onDone}
    />
  )
}

/** Who works in which grid: full-time, part-time, mobile. */
export function GridStaff(): ReactElement {
  const t = useWords(orgWords)
  const lang = useLang()
  const now = useNow()
  const mayKeep = useIs('systemAdmin')
  const area = useOrgArea()
  const [open, setOpen] = useState<Open | null>(null)
  const list = useList<Worker>('grid-staff', '/api/grid-staff', { area, limit: 50 }, area !== '')
  return (
    <OrgPage
      filters={<OrgArea />}
      tools={mayKeep && <Button onClick={() => setOpen({ form: 'new' })}>{t('addWorker')}</Button>}
      side={open && <StaffForm key={open.form === 'new' ? 'new' : open.worker.id} open={open} onClose={() => setOpen(null)} />}
      onClose={() => setOpen(null)}
    >
      <ListFrame list={list} empty={t('noStaff')}>
        <DataTable<Worker>
          name="grid-staff"
          caption={t('staff')}
          rows={list.items}
          keyOf={(worker) => worker.id}
          columns={[
            { key: 'name', title: t('person'), main: true, render: (worker) => worker.name },
            { key: 'kind', title: t('kind'), render: (worker) => t(worker.kind) },
            { key: 'grid', title: t('grid'), render: (worker) => <span title={worker.grid}>{worker.gridName}</span> },
            { key: 'phone', title: t('phone'), wide: true, render: (worker) => worker.phone },
            { key: 'from', title: t('validFrom'), wide: true, render: (worker) => dateSay(worker.fromOn, now, lang) },
            {
              key: 'end',
              title: '',
              right: true,
              render: (worker) =>
                mayKeep &&
                worker.toOn === null && (
                  <button type="button" className="link-button" onClick={() => setOpen({ form: 'end', worker })}>
                    {t('endWorker')}
                  </button>
                ),
            },
          ]}
        />
      </ListFrame>
    </OrgPage>
  )
}
