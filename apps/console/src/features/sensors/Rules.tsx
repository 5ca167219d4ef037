import type { Schemas } from '@linli/api'
import { StateTag } from '@linli/ui'
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
import { ListFrame } from '../../parts/ListFrame.tsx'
import { Register } from '../../parts/Register.tsx'
import { NewRule } from './NewRule.tsx'
import { RuleDetail, useTestText } from './RuleDetail.tsx'
import { SensorTabs } from './SensorTabs.tsx'
import { sensorWords } from './words.ts'

type Rule = Schemas['DeviceRule']

const route = getRouteApi('/desk/sensors')

/** The rules by which devices raise alarms. */
export function Rules(): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const testText = useTestText()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isKeeper = useIs('systemAdmin')
  const [adding, setAdding] = useState(false)
  const read = useQuery({ queryKey: ['device-rules'], queryFn: () => api.get<Schemas['DeviceRuleList']>('/api/device-rules') })
  const items = useQuery({
    queryKey: ['device-rules', 'items'],
    queryFn: async () => (await api.get<Schemas['DeviceRuleList']>('/api/device-rules')).items,
  })
  const kinds = read.data?.kinds ?? []
  const shown = items.data?.find((one) => one.code === search.at)
  const close = (): void => {
    setAdding(false)
    void navigate({ search: (before) => without(before, 'at') })
  }
  const kindOf = (rule: Rule) => kinds.find((one) => one.code === rule.deviceKind)
  return (
    <Register
      title={t('title')}
      explain={isKeeper ? t('explain') : t('mayNot')}
      tools={isKeeper && <Button onClick={() => setAdding(true)}>{t('addRule')}</Button>}
      filters={<SensorTabs />}
      side={adding ? <NewRule kinds={kinds} onClose={close} /> : shown && <RuleDetail key={shown.code} rule={shown} kind={kindOf(shown)} />}
      onClose={close}
    >
      <ListFrame query={items} empty={t('noAlarms')}>
        <DataTable<Rule>
          name="device-rules"
          caption={t('rules')}
          rows={items.data ?? []}
          keyOf={(one) => one.code}
          here={(one) => one.code === search.at}
          columns={[
            {
              key: 'kind',
              title: t('kind'),
              wide: true,
              render: (one) => say(kindOf(one)?.say ?? { zh: one.deviceKind, en: one.deviceKind }),
            },
            {
              key: 'name',
              title: t('name'),
              main: true,
              render: (one) => (
                <Link to="/sensors" search={(before) => ({ ...before, at: one.code })} className="cell-title">
                  {say(one.say)}
                </Link>
              ),
            },
            { key: 'test', title: t('test'), render: (one) => testText(one, kindOf(one)) },
            { key: 'category', title: t('category'), wide: true, render: (one) => one.category ?? t('noMatter') },
            {
              key: 'enabled',
              title: t('state'),
              render: (one) => <StateTag tone={one.enabled ? 'done' : 'paused'}>{t(one.enabled ? 'enabled' : 'disabled')}</StateTag>,
            },
          ]}
        />
      </ListFrame>
    </Register>
  )
}
