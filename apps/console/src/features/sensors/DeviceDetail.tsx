import type { Schemas } from '@linli/api'
import { ErrorState, momentSay, Skeleton, StateTag, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Actions } from '../../parts/Actions.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Note } from '../../parts/Note.tsx'
import { LineChart } from './LineChart.tsx'
import { nowText } from './now-text.ts'
import { useDeviceActions } from './device-actions.tsx'
import { sensorWords } from './words.ts'

type Device = Schemas['Device']

const periods = [
  ['24', 'day'],
  ['168', 'week'],
  ['672', 'month'],
] as const

function Readings({ device }: { readonly device: Device }): ReactElement | null {
  const t = useWords(sensorWords)
  const say = useSay()
  const [hours, setHours] = useState('24')
  const [key, setKey] = useState(device.now[0]?.key ?? '')
  const measure = device.now.find((one) => one.key === key)
  const found = useQuery({
    queryKey: ['readings', device.id, key, hours],
    queryFn: () => api.get<Schemas['DeviceReadings']>(`/api/devices/${device.id}/readings`, { measure: key, hours }),
    enabled: measure !== undefined,
  })
  if (!measure) return null
  return (
    <section className="stack">
      <div className="row">
        {device.now.length > 1 && (
          <Segmented
            aria-label={t('measure')}
            value={key}
            options={device.now.map((one) => ({ value: one.key, label: say(one.say) }))}
            onChange={setKey}
          />
        )}
        <Segmented
          aria-label={t('hours')}
          value={hours}
          options={periods.map(([value, name]) => ({ value, label: t(name) }))}
          onChange={setHours}
        />
      </div>
      {found.isPending && <Skeleton shape="list" rows={2} />}
      {found.error && <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />}
      {found.data?.items.length === 0 && <p className="quiet">{t('noReadings')}</p>}
      {found.data && found.data.items.length > 0 && <LineChart points={found.data.items} name={say(measure.say)} unit={measure.unit} />}
    </section>
  )
}

function Shown({ device, onEnded }: { readonly device: Device; readonly onEnded: () => void }): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const actions = useDeviceActions(device, onEnded)
  return (
    <div className="stack">
      <h2>{device.name}</h2>
      {device.openAlarms > 0 && (
        <p>
          <StateTag tone="late">{`${t('openAlarms')} ${device.openAlarms}`}</StateTag>{' '}
          <Link to="/sensors" search={{ state: 'open', area: device.area }}>
            {t('pickAlarm')}
          </Link>
        </p>
      )}
      <Facts
        of={[
          [t('kind'), say(device.kindSay)],
          [t('component'), device.component],
          [t('where'), device.areaName],
          [t('place'), device.place],
          [t('now'), nowText(device, say)],
          [t('heard'), device.heardAt === null ? t('never') : momentSay(device.heardAt, now, lang)],
          [t('deviceId'), <code key="id">{device.id}</code>],
        ]}
      />
      {device.problem && (
        <Note tone="soon">
          {t('badMessages')}
          {'：'}
          {t('badLine', { say: say(device.problem.say), n: device.problem.n, at: momentSay(device.problem.at, now, lang) })}
        </Note>
      )}
      <Readings device={device} />
      {device.endedAt === null && <Actions actions={actions} />}
    </div>
  )
}

/** One device: what it is, what it says, and its last readings. */
export function DeviceDetail({ id, onEnded }: { readonly id: string; readonly onEnded: () => void }): ReactElement {
  const device = useQuery({
    queryKey: ['devices', 'one', id],
    queryFn: () => api.get<Device>(`/api/devices/${id}`),
    refetchInterval: 30_000,
  })
  if (device.isPending) return <Skeleton shape="matter" />
  if (device.error) return <ErrorState trouble={troubleOf(device.error)} onRetry={() => void device.refetch()} />
  return <Shown device={device.data} onEnded={onEnded} />
}
