import type { Schemas } from '@linli/api'
import { momentSay, StateTag, useLang, useNow } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { without } from '../../app/without.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { filtered } from '../../parts/filter.ts'
import { FilterForm } from '../../parts/FilterForm.tsx'
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Note } from '../../parts/Note.tsx'
import { Register } from '../../parts/Register.tsx'
import { useList } from '../../parts/use-list.ts'
import { numberText } from './chart.ts'
import { SensorTabs } from './SensorTabs.tsx'
import { sensorWords } from './words.ts'

type Alarm = Schemas['DeviceAlarm']

const route = getRouteApi('/desk/sensors')

function State({ alarm }: { readonly alarm: Alarm }): ReactElement {
  const t = useWords(sensorWords)
  return alarm.clearedAt === null ? <StateTag tone="late">{t('open')}</StateTag> : <StateTag tone="done">{t('cleared')}</StateTag>
}

const valueText = (value: number | null, unit: string): string | null =>
  value === null ? null : `${numberText(value)}${unit === '' ? '' : ` ${unit}`}`

/** The matter that an alarm became, or that it became none. */
function Matter({ alarm }: { readonly alarm: Alarm }): ReactElement {
  const t = useWords(sensorWords)
  if (alarm.caseId === null) return <span className="quiet">{t('noMatter')}</span>
  return (
    <Link to="/cases/$id" params={{ id: alarm.caseId }}>
      {t('toMatter')}
    </Link>
  )
}

function AlarmDetail({ alarm }: { readonly alarm: Alarm }): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  return (
    <div className="stack">
      <h2>{say(alarm.say)}</h2>
      <p>
        <State alarm={alarm} />
      </p>
      {alarm.storm && <Note tone="soon">{t('storm')}</Note>}
      <Facts
        of={[
          [
            t('device'),
            <Link key="device" to="/sensors" search={{ tab: 'devices', at: alarm.device }}>
              {alarm.deviceName}
            </Link>,
          ],
          [t('component'), alarm.component],
          [t('where'), alarm.areaName],
          [t('since'), momentSay(alarm.openedAt, now, lang)],
          [t('last'), momentSay(alarm.lastAt, now, lang)],
          [t('until'), alarm.clearedAt && momentSay(alarm.clearedAt, now, lang)],
          [t('times'), alarm.times],
          [t('value'), valueText(alarm.value, alarm.unit)],
          [t('worst'), valueText(alarm.worst, alarm.unit)],
          [t('matter'), <Matter key="matter" alarm={alarm} />],
        ]}
      />
    </div>
  )
}

function Filters(): ReactElement {
  const t = useWords(sensorWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const states = [
    { value: '', label: t('all') },
    { value: 'open', label: t('open') },
    { value: 'cleared', label: t('cleared') },
  ]
  return (
    <>
      <SensorTabs />
      <FilterForm
        filters={[
          { kind: 'tabs', name: 'state', label: t('state'), options: states },
          { kind: 'area', name: 'area', label: t('area') },
        ]}
        value={search}
        onSet={(name, value) => void navigate({ search: (before) => filtered(before, name, value), replace: true })}
      />
      {search.case !== undefined && (
        <div className="row">
          <span className="quiet">{t('ofMatter')}</span>
          <Link to="/sensors" className="plain-button small">
            {t('showAll')}
          </Link>
        </div>
      )}
    </>
  )
}

/** Alarms: what is open, what has cleared, and the matter each became. */
export function Alarms(): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useList<Alarm>('alarms', '/api/alarms', { state: search.state, area: search.area, case: search.case, limit: 50 })
  const shown = list.items.find((one) => one.id === search.at)
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      filters={<Filters />}
      side={shown && <AlarmDetail alarm={shown} />}
      onClose={() => void navigate({ search: (before) => without(before, 'at') })}
    >
      <ListFrame list={list} empty={t('noAlarms')}>
        <DataTable<Alarm>
          name="alarms"
          caption={t('alarms')}
          rows={list.items}
          keyOf={(one) => one.id}
          here={(one) => one.id === search.at}
          columns={[
            {
              key: 'what',
              title: t('what'),
              main: true,
              render: (one) => (
                <Link to="/sensors" search={(before) => ({ ...before, at: one.id })} className="cell-title">
                  {say(one.say)}
                </Link>
              ),
            },
            { key: 'device', title: t('device'), render: (one) => one.deviceName },
            { key: 'where', title: t('where'), wide: true, render: (one) => one.areaName },
            { key: 'value', title: t('value'), right: true, wide: true, render: (one) => valueText(one.value, one.unit) },
            { key: 'since', title: t('since'), wide: true, render: (one) => momentSay(one.openedAt, now, lang) },
            { key: 'state', title: t('state'), render: (one) => <State alarm={one} /> },
            { key: 'matter', title: t('matter'), wide: true, render: (one) => <Matter alarm={one} /> },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
