import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { Actions } from '../../parts/Actions.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { useList } from '../../parts/use-list.ts'
import { redMark } from './forms.ts'
import { OrgPage } from './OrgPage.tsx'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { orgWords } from './words.ts'

type Company = Schemas['PropertyCompanyList']['items'][number]

function CompanyCard({ one }: { readonly one: Company }): ReactElement {
  const t = useWords(orgWords)
  const mayKeep = useIs('systemAdmin')
  const path = `/api/property-companies/${one.id}/red-mark`
  const refreshed = (done: () => void) => (): void => {
    void queries.invalidateQueries({ queryKey: ['property-companies'] })
    done()
  }
  const action = one.redMark
    ? {
        key: 'unmark',
        label: t('unmark'),
        danger: true,
        render: (close: () => void, done: () => void) => (
          <AskForm
            id={`unmark ${one.id}`}
            title={t('unmark')}
            fields={[]}
            submit={t('unmark')}
            danger
            send={(_, attempts) => api.delete(path, { attempts })}
            onCancel={close}
            onDone={refreshed(done)}
          />
        ),
      }
    : {
        key: 'mark',
        label: t('mark'),
        render: (close: () => void, done: () => void) => (
          <AskForm
            id={`mark ${one.id}`}
            title={t('mark')}
            fields={redMark}
            submit={t('mark')}
            send={(body, attempts) => api.put(path, body, { attempts })}
            onCancel={close}
            onDone={refreshed(done)}
          />
        ),
      }
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      <Facts
        of={[
          [t('uscc'), one.uscc],
          [t('party'), one.branchName],
          ['', one.secretaryIsManager ? t('secretaryIsManager') : null],
          [t('serves'), one.compounds.map((compound) => compound.name).join('、')],
          [t('redMark'), one.redMark && `${one.redMark.grounds} · ${one.redMark.markedOn}`],
        ]}
      />
      {mayKeep && <Actions actions={[action]} />}
    </div>
  )
}

/** Property service companies: whom they serve, their branch, the mark of red property. */
export function Companies(): ReactElement {
  const t = useWords(orgWords)
  const area = useOrgArea()
  const [open, setOpen] = useState<string | null>(null)
  const list = useList<Company>('property-companies', '/api/property-companies', { area, limit: 50 }, area !== '')
  const shown = list.items.find((one) => one.id === open)
  return (
    <OrgPage filters={<OrgArea />} side={shown && <CompanyCard key={shown.id} one={shown} />} onClose={() => setOpen(null)}>
      <ListFrame list={list} empty={t('noCompanies')}>
        <DataTable<Company>
          name="companies"
          caption={t('companies')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === open}
          columns={[
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (one) => (
                <button type="button" className="link-button cell-title" onClick={() => setOpen(one.id)}>
                  {one.name}
                </button>
              ),
            },
            { key: 'serves', title: t('serves'), wide: true, render: (one) => one.compounds.map((compound) => compound.name).join('、') },
            { key: 'branch', title: t('party'), wide: true, render: (one) => one.branchName },
            { key: 'red', title: '', render: (one) => one.redMark && <StateTag tone="active">{t('redMark')}</StateTag> },
          ]}
        />
      </ListFrame>
    </OrgPage>
  )
}
