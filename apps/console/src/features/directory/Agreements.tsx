import type { Schemas } from '@linli/api'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { ask, may } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { DirectoryTabs } from './DirectoryTabs.tsx'
import { useUnitNames } from './unit-names.ts'
import { directoryWords } from './words.ts'

type Agreement = Schemas['JointAgreement']

const w = directoryWords
const newFields = [
  ask('titleZh', w.titleZh, 'text', { maxLength: 80 }),
  ask('titleEn', w.titleEn, 'text', { maxLength: 80 }),
  ask('unitOne', w.unitOne, 'unit'),
  ask('unitOther', w.unitOther, 'unit'),
  ask('categories', w.categories, 'list', { help: w.categoriesHelp, maxItems: 100 }),
  may(ask('area', w.area, 'area', { help: w.areaHelp })),
  ask('validFrom', w.validFrom, 'date'),
  may(ask('validTo', w.validTo, 'date')),
]
const endFields = [ask('on', w.on, 'date')]
const refresh = (): void => void queries.invalidateQueries({ queryKey: ['agreements'] })

type Open = 'new' | Agreement | null

function AgreementForm({ open, onClose }: { readonly open: Exclude<Open, null>; readonly onClose: () => void }): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const onDone = (): void => {
    refresh()
    onClose()
  }
  if (open !== 'new') {
    return (
      <AskForm
        id={`end agreement ${open.id}`}
        title={`${say(open.title)} · ${t('end')}`}
        fields={endFields}
        submit={t('end')}
        danger
        send={(body, attempts) => api.post(`/api/directory/agreements/${open.id}/end`, body, { attempts })}
        onCancel={onClose}
        onDone={onDone}
      />
    )
  }
  const bodyOf = (answers: Record<string, unknown>): Record<string, unknown> => ({
    title: { zh: answers['titleZh'], en: answers['titleEn'] },
    units: [answers['unitOne'], answers['unitOther']],
    categories: answers['categories'],
    area: answers['area'] ?? '',
    validFrom: answers['validFrom'],
    validTo: answers['validTo'] ?? null,
  })
  return (
    <AskForm
      id="new agreement"
      title={t('addAgreement')}
      fields={newFields}
      submit={t('addAgreement')}
      send={(body, attempts) => api.post('/api/directory/agreements', bodyOf(body), { attempts })}
      onCancel={onClose}
      onDone={onDone}
    />
  )
}

/** Joint-building agreements: what two units have promised not to bounce. */
export function Agreements(): ReactElement {
  const t = useWords(directoryWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const [open, setOpen] = useState<Open>(null)
  const list = useList<Agreement>('agreements', '/api/directory/agreements')
  const nameOf = useUnitNames(list.items.flatMap((one) => one.units))
  return (
    <Register
      title={t('title')}
      tools={mayKeep && <Button onClick={() => setOpen('new')}>{t('addAgreement')}</Button>}
      filters={<DirectoryTabs />}
      side={open && <AgreementForm key={open === 'new' ? open : open.id} open={open} onClose={() => setOpen(null)} />}
      onClose={() => setOpen(null)}
    >
      <ListFrame list={list} empty={t('noAgreements')}>
        <DataTable<Agreement>
          caption={t('agreements')}
          rows={list.items}
          keyOf={(one) => one.id}
          columns={[
            { key: 'title', title: t('titleZh'), main: true, render: (one) => say(one.title) },
            { key: 'units', title: t('units'), render: (one) => one.units.map(nameOf).join(' — ') },
            { key: 'categories', title: t('category'), wide: true, render: (one) => one.categories.join('、') },
            { key: 'from', title: t('validFrom'), render: (one) => one.validFrom },
            { key: 'to', title: t('validTo'), render: (one) => one.validTo },
            {
              key: 'end',
              title: '',
              right: true,
              render: (one) =>
                mayKeep &&
                one.validTo === null && (
                  <button type="button" className="link-button" onClick={() => setOpen(one)}>
                    {t('end')}
                  </button>
                ),
            },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
