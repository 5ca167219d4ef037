import type { Schemas } from '@linli/api'
import { dateSay, ErrorState, Skeleton, useLang, useNow } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { Register } from '../../parts/Register.tsx'
import { answersOf, fieldsFor, settingBody } from './setting.ts'
import { limitWords } from './words.ts'

type Setting = Schemas['CaseSetting']

const route = getRouteApi('/desk/limits')

function Change({ setting, onClose }: { readonly setting: Setting; readonly onClose: () => void }): ReactElement {
  const t = useWords(limitWords)
  return (
    <AskForm
      id={`limits ${setting.scope} ${setting.since ?? ''}`}
      title={t('change')}
      explain={t('blank')}
      fields={fieldsFor(setting)}
      initial={answersOf(setting)}
      submit={t('save')}
      send={(body, attempts) => api.put(`/api/cases/settings/${setting.scope}`, settingBody(setting, body), { attempts })}
      onCancel={onClose}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['limits'] })
        onClose()
      }}
    />
  )
}

function Tables({ setting }: { readonly setting: Setting }): ReactElement {
  const t = useWords(limitWords)
  const say = useSay()
  const lang = useLang()
  const now = useNow()
  const limitOf = (limit: { readonly n: number; readonly unit: 'workingDays' | 'naturalDays' | 'hours' | 'minutes' }): string =>
    `${limit.n} ${t(limit.unit)}`
  return (
    <div className="stack">
      <p>
        {t('shareNow', { percent: setting.callback.percent })}
        {setting.callback.nextPercent !== setting.callback.percent &&
          ` ${t('shareNext', { week: setting.callback.nextPeriod, percent: setting.callback.nextPercent })}`}
      </p>
      <p className="quiet">{setting.since === null ? t('never') : t('since', { at: dateSay(setting.since, now, lang) })}</p>
      <DataTable<Setting['clocks'][number]>
        caption={t('clock')}
        rows={setting.clocks}
        keyOf={(clock) => clock.name}
        columns={[
          { key: 'clock', title: t('clock'), main: true, render: (clock) => say(clock.say) },
          { key: 'usual', title: t('usual'), render: (clock) => limitOf(clock.limit) },
          {
            key: 'here',
            title: t('here'),
            render: (clock) => {
              const own = setting.limits[clock.name]
              return own ? <span className="ink">{limitOf(own)}</span> : t('same')
            },
          },
        ]}
      />
      {setting.optional.length > 0 && (
        <DataTable<Setting['optional'][number]>
          caption={t('steps')}
          rows={setting.optional}
          keyOf={(step) => step.move}
          columns={[
            { key: 'step', title: t('step'), main: true, render: (step) => say(step.say) },
            {
              key: 'used',
              title: t('here'),
              render: (step) => (setting.skipped.includes(step.move) ? <span className="ink">{t('skipped')}</span> : t('used')),
            },
          ]}
        />
      )}
    </div>
  )
}

/** What an area decides about limits and optional steps. */
export function Limits(): ReactElement {
  const t = useWords(limitWords)
  const me = useMe()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [changing, setChanging] = useState(false)
  const area = search.area ?? me.data?.posts[0]?.area.code ?? ''
  const setting = useQuery({
    queryKey: ['limits', area],
    queryFn: () => api.get<Setting>(`/api/cases/settings/${area}`),
    enabled: area !== '',
  })
  return (
    <Register
      title={t('title')}
      explain={t('explain')}
      tools={setting.data && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
      filters={
        <div className="filter">
          <AreaPicker
            label={t('area')}
            placeholder={t('area')}
            value={area || undefined}
            known={(me.data?.posts ?? []).map((post) => post.area)}
            onChange={(next) => void navigate({ search: next === undefined ? {} : { area: next } })}
          />
        </div>
      }
      side={changing && setting.data && <Change key={setting.data.scope} setting={setting.data} onClose={() => setChanging(false)} />}
      onClose={() => setChanging(false)}
    >
      {setting.isPending && <Skeleton shape="table" />}
      {setting.error && <ErrorState trouble={troubleOf(setting.error)} onRetry={() => void setting.refetch()} />}
      {setting.data && <Tables setting={setting.data} />}
    </Register>
  )
}
