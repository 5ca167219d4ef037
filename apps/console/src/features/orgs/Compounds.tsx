import type { Schemas } from '@linli/api'
import { FigureN, StateTag } from '@linli/ui'
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
import { useList } from '../../parts/use-list.ts'
import { newCompound } from './forms.ts'
import { OrgPage } from './OrgPage.tsx'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { orgWords } from './words.ts'

type Compound = Schemas['Compound']
type Body = Compound['bodies'][number]

const fillFields = [may(ask('unit', orgWords.units, 'unit'))]
const refresh = (): void => void queries.invalidateQueries({ queryKey: ['compounds'] })

function Bodies({ one }: { readonly one: Compound }): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const [filling, setFilling] = useState<Body | null>(null)
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      {one.unmanaged && <StateTag tone="soon">{t('unmanaged')}</StateTag>}
      <ul className="plain-list">
        {one.bodies.map((body) => (
          <li key={body.slot} className="row">
            <span className="quiet">{say(body.slotSay)}</span>
            <span>{body.unitName ?? t('vacant')}</span>
            {mayKeep && (
              <button type="button" className="link-button push" onClick={() => setFilling(body)}>
                {t('fill')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {filling && (
        <AskForm
          key={filling.slot}
          id={`slot ${one.id} ${filling.slot}`}
          title={say(filling.slotSay)}
          fields={fillFields}
          initial={{ unit: filling.unit ?? undefined }}
          units={filling.unit !== null && filling.unitName !== null ? [{ id: filling.unit, name: filling.unitName }] : []}
          submit={t('fill')}
          send={(body, attempts) =>
            api.put(`/api/compounds/${one.id}/bodies/${filling.slot}`, { unit: body['unit'] ?? null }, { attempts })
          }
          onCancel={() => setFilling(null)}
          onDone={() => {
            refresh()
            setFilling(null)
          }}
        />
      )}
    </div>
  )
}

/** Residential compounds and the bodies that stand around each: party branch, homeowners, property company. */
export function Compounds(): ReactElement {
  const t = useWords(orgWords)
  const mayKeep = useIs('systemAdmin')
  const area = useOrgArea()
  const [open, setOpen] = useState<string | null>(null)
  const list = useList<Compound>('compounds', '/api/compounds', { area, limit: 50 }, area !== '')
  const shown = list.items.find((one) => one.id === open)
  const close = (): void => setOpen(null)
  const form = (
    <AskForm
      id="new compound"
      title={t('addCompound')}
      fields={newCompound}
      submit={t('addCompound')}
      send={(body, attempts) => api.post('/api/compounds', body, { attempts })}
      onCancel={close}
      onDone={() => {
        refresh()
        close()
      }}
    />
  )
  return (
    <OrgPage
      filters={<OrgArea />}
      tools={mayKeep && <Button onClick={() => setOpen('new')}>{t('addCompound')}</Button>}
      side={open === 'new' ? form : shown && <Bodies key={shown.id} one={shown} />}
      onClose={close}
    >
      <ListFrame list={list} empty={t('noCompounds')}>
        <DataTable<Compound>
          name="compounds"
          caption={t('compounds')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === open}
          columns={[
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (one) => (
                <span className="row">
                  <button type="button" className="link-button cell-title" onClick={() => setOpen(one.id)}>
                    {one.name}
                  </button>
                  {one.unmanaged && <StateTag tone="soon">{t('unmanaged')}</StateTag>}
                </span>
              ),
            },
            { key: 'area', title: t('area'), wide: true, render: (one) => <span title={one.area}>{one.areaName}</span> },
            { key: 'households', title: t('households'), right: true, render: (one) => <FigureN n={one.households} /> },
            {
              key: 'bodies',
              title: t('bodies'),
              render: (one) => <FigureN n={one.bodies.filter((body) => body.unit !== null).length} of={one.bodies.length} />,
            },
          ]}
        />
      </ListFrame>
    </OrgPage>
  )
}
