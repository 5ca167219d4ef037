import { FigureN, StateTag } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { changedKind } from './forms.ts'
import { PlacePage } from './PlacePage.tsx'
import { usePlaceSearch } from './use-places.ts'
import type { Kinds as KindPage } from './use-places.ts'
import { placeWords } from './words.ts'

type Kind = KindPage['items'][number]

function KindForm({ kind, area, onDone }: { readonly kind: Kind; readonly area: string; readonly onDone: () => void }): ReactElement {
  const t = useWords(placeWords)
  const { say, words, cycleDays, enabled } = kind
  return (
    <AskForm
      id={`kind ${kind.code} ${area}`}
      title={t('setKind')}
      explain={t('setExplain', { area })}
      fields={changedKind}
      initial={{ name: say.zh, nameEn: say.en, words: [...words], cycleDays, enabled }}
      submit={t('setKind')}
      send={(body, attempts) => api.put(`/api/places/kinds/${kind.code}`, { ...body, area }, { attempts })}
      onCancel={onDone}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['place-kinds'] })
        onDone()
      }}
    />
  )
}

/** The kinds of small places as they hold in an area, with how many there are. */
export function Kinds(): ReactElement {
  const t = useWords(placeWords)
  const speak = useSay()
  const mayKeep = useIs('systemAdmin')
  const { search, set } = usePlaceSearch()
  const [open, setOpen] = useState<string | null>(null)
  const asked = {
    queryKey: ['place-kinds', 'page', search.area ?? ''],
    queryFn: () => api.get<KindPage>('/api/places/kinds', { area: search.area }),
  }
  const found = useQuery(asked)
  const rows = useQuery({ ...asked, select: (page) => page.items })
  const kind = found.data?.items.find((one) => one.code === open)
  return (
    <PlacePage
      filters={<FilterForm<'area'> filters={[{ kind: 'area', name: 'area', label: t('area') }]} value={search} onSet={set} />}
      side={kind && mayKeep && <KindForm key={kind.code} kind={kind} area={found.data?.area ?? ''} onDone={() => setOpen(null)} />}
      onClose={() => setOpen(null)}
    >
      <ListFrame<Kind> query={rows} empty={t('noKinds')}>
        <DataTable<Kind>
          caption={t('kinds')}
          rows={found.data?.items ?? []}
          keyOf={(one) => one.code}
          here={(one) => one.code === open}
          columns={[
            {
              key: 'name',
              title: t('kind'),
              main: true,
              render: (one) => (
                <span className="row">
                  {mayKeep ? (
                    <button type="button" className="link-button cell-title" onClick={() => setOpen(one.code)}>
                      {speak(one.say)}
                    </button>
                  ) : (
                    speak(one.say)
                  )}
                  {!one.enabled && <StateTag tone="paused">{t('outOfUse')}</StateTag>}
                </span>
              ),
            },
            { key: 'cycle', title: t('cycle'), right: true, render: (one) => t('days', { n: one.cycleDays }) },
            { key: 'n', title: t('places'), right: true, render: (one) => <FigureN n={one.n} /> },
            { key: 'due', title: t('dueOf'), right: true, render: (one) => <FigureN n={one.due} of={one.n} /> },
            { key: 'never', title: t('neverOf'), right: true, wide: true, render: (one) => <FigureN n={one.never} of={one.n} /> },
          ]}
        />
      </ListFrame>
    </PlacePage>
  )
}
