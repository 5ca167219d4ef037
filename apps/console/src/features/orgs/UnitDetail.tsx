import type { Schemas } from '@linli/api'
import { dateSay, ErrorState, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { UnitRow } from '../../api-types.ts'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import type { Action } from '../../parts/Actions.tsx'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { UnitText } from '../../parts/UnitText.tsx'
import { changedUnit, newAppointment } from './forms.ts'
import { orgWords } from './words.ts'

type Appointment = Schemas['Appointment']

function refresh(): void {
  for (const key of ['unit', 'units', 'appointments']) void queries.invalidateQueries({ queryKey: [key] })
}

function useUnitActions(unit: UnitRow): readonly Action[] {
  const t = useWords(orgWords)
  const path = `/api/units/${unit.id}`
  return [
    {
      key: 'change',
      label: t('change'),
      render: (close, done) => (
        <AskForm
          id={`change unit ${unit.id} ${unit.version}`}
          title={t('change')}
          fields={changedUnit}
          initial={{
            name: unit.name.zh,
            nameEn: unit.name.en,
            area: unit.area,
            parent: unit.parent,
            attachedTo: unit.attachedTo,
            phone: unit.phone,
            uscc: unit.uscc,
          }}
          submit={t('change')}
          send={(body, attempts) => api.patch(path, { ...body, version: unit.version }, { attempts })}
          onCancel={close}
          onDone={() => {
            refresh()
            done()
          }}
        />
      ),
    },
    {
      key: 'appoint',
      label: t('appoint'),
      render: (close, done) => (
        <AskForm
          id={`appoint ${unit.id}`}
          title={t('appoint')}
          fields={newAppointment}
          submit={t('appoint')}
          send={(body, attempts) => api.post('/api/appointments', { ...body, unit: unit.id }, { attempts })}
          onCancel={close}
          onDone={() => {
            refresh()
            done()
          }}
        />
      ),
    },
    {
      key: 'close',
      label: t('close'),
      danger: true,
      render: (close, done) => (
        <AskForm
          id={`close unit ${unit.id}`}
          title={t('close')}
          explain={t('closeExplain')}
          fields={[]}
          submit={t('close')}
          danger
          send={(_, attempts) => api.delete(`${path}?version=${unit.version}`, { attempts })}
          onCancel={close}
          onDone={() => {
            refresh()
            done()
          }}
        />
      ),
    },
  ]
}

function Offices({ unit }: { readonly unit: string }): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const mayKeep = useIs('systemAdmin')
  const found = useQuery({
    queryKey: ['appointments', unit],
    queryFn: () => api.get<{ items: readonly Appointment[] }>(`/api/units/${unit}/appointments`),
  })
  const items = found.data?.items ?? []
  const end = async (id: string): Promise<void> => {
    await api.delete(`/api/appointments/${id}`)
    refresh()
  }
  return (
    <section>
      <h3>{t('appointments')}</h3>
      {found.data && items.length === 0 && <p className="quiet">{t('noAppointments')}</p>}
      <ul className="plain-list">
        {items.map((one) => (
          <li key={one.id} className="row">
            <span>
              {say(one.positionSay)} {one.name}
              <span className="quiet">
                {one.crossFrom !== null && ` · ${t('crossNote', { unit: one.crossFrom })}`} · {t('validFrom')}{' '}
                {dateSay(one.fromOn, now, lang)}
              </span>
            </span>
            {mayKeep && one.toOn === null && (
              <button type="button" className="link-button" onClick={() => void end(one.id)}>
                {t('endOffice')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function UnitCard({ unit }: { readonly unit: UnitRow }): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const mayKeep = useIs('systemAdmin')
  const actions = useUnitActions(unit)
  return (
    <div className="stack">
      <h2>{say(unit.name)}</h2>
      <Facts
        of={[
          [t('kind'), say(unit.kindSay)],
          [t('id'), unit.id],
          [t('area'), <AreaText key="area" code={unit.area} />],
          [t('parent'), unit.parent !== null && <UnitText key="parent" id={unit.parent} />],
          [t('attachedTo'), unit.attachedTo !== null && <UnitText key="attached" id={unit.attachedTo} />],
          [t('uscc'), unit.uscc],
          [t('phone'), unit.phone],
        ]}
      />
      <Offices unit={unit.id} />
      {mayKeep && unit.validTo === null && <Actions actions={actions} />}
    </div>
  )
}

/** One unit: what it is, who holds its offices, and what the administrator may do. */
export function UnitDetail({ id }: { readonly id: string }): ReactElement {
  const unit = useQuery({ queryKey: ['unit', id], queryFn: () => api.get<UnitRow>(`/api/units/${id}`) })
  if (unit.isPending) return <Skeleton shape="matter" />
  if (unit.error) return <ErrorState trouble={troubleOf(unit.error)} onRetry={() => void unit.refetch()} />
  return <UnitCard unit={unit.data} />
}
