import type { Schemas } from '@linli/api'
import { momentSay, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { DeviceDetail } from './DeviceDetail.tsx'
import { nowText } from './now-text.ts'
import { NewDevice } from './NewDevice.tsx'
import { SensorTabs } from './SensorTabs.tsx'
import { sensorWords } from './words.ts'

type Device = Schemas['Device']

const route = getRouteApi('/desk/sensors')

function Filters(): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const rules = useQuery({ queryKey: ['device-rules'], queryFn: () => api.get<Schemas['DeviceRuleList']>('/api/device-rules') })
  const kinds = (rules.data?.kinds ?? []).map((one) => ({ value: one.code, label: say(one.say) }))
  return (
    <>
      <SensorTabs />
      <FilterForm
        filters={[
          { kind: 'words', name: 'q', label: t('find') },
          { kind: 'choice', name: 'kind', label: t('kind'), options: kinds },
          { kind: 'area', name: 'area', label: t('area') },
          { kind: 'yes', name: 'trouble', label: t('trouble') },
        ]}
        value={search}
        onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
      />
    </>
  )
}

/** Devices with what they said last. */
export function Devices(): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isKeeper = useIs('systemAdmin')
  const [adding, setAdding] = useState(false)
  const { q, kind, area, trouble } = search
  const list = useList<Device>('devices', '/api/devices', { q, kind, area, trouble, limit: 50 })
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={isKeeper && <Button onClick={() => setAdding(true)}>{t('addDevice')}</Button>}
      filters={<Filters />}
      side={
        adding ? <NewDevice onClose={close} /> : search.at !== undefined && <DeviceDetail key={search.at} id={search.at} onEnded={close} />
      }
      onClose={close}
    >
      <ListFrame list={list} empty={t('noDevices')}>
        <DataTable<Device>
          name="devices"
          caption={t('devices')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === search.at}
          columns={[
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (one) => (
                <Link to="/sensors" search={(before) => ({ ...before, at: one.id })} className="cell-title">
                  {one.name}
                </Link>
              ),
            },
            { key: 'kind', title: t('kind'), wide: true, render: (one) => say(one.kindSay) },
            { key: 'where', title: t('where'), wide: true, render: (one) => one.areaName },
            { key: 'now', title: t('now'), render: (one) => nowText(one, say) },
            {
              key: 'heard',
              title: t('heard'),
              wide: true,
              render: (one) => (one.heardAt === null ? t('never') : momentSay(one.heardAt, now, lang)),
            },
            {
              key: 'alarms',
              title: t('openAlarms'),
              render: (one) => one.openAlarms > 0 && <StateTag tone="late">{String(one.openAlarms)}</StateTag>,
            },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
