import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { List } from '../../api/shapes.ts'
import { useAsk } from '../../app/ask.ts'
import { useNow } from '../../app/now.ts'
import { useMe } from '../../app/session.ts'
import { useSettings } from '../../app/settings.ts'
import { momentSay } from '../../app/when.ts'
import { Empty, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { Remembered, Screen } from '../../parts/Screen.tsx'

interface Device {
  readonly id: string
  readonly device: string
  readonly signedInAt: string
  readonly endsAt: string
  readonly here: boolean
}

function Card({ device, onEnd }: { device: Device; onEnd: (id: string) => void }): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const now = useNow()
  const times = { from: momentSay(device.signedInAt, now, lang), to: momentSay(device.endsAt, now, lang) }
  return (
    <li className="card">
      <b>{device.device || t('devices.unknown')}</b>
      <span className="fine">{t('devices.times', times)}</span>
      {device.here ? <span>{t('devices.here')}</span> : <Press onPress={() => onEnd(device.id)}>{t('devices.end')}</Press>}
    </li>
  )
}

function Devices(): ReactElement {
  const asked = useAsk<Omit<List<Device>, 'next'>>('/api/my/sessions')
  const [problem, setProblem] = useState<Problem | null>(null)
  const end = async (id: string) => {
    setProblem(null)
    try {
      await call('DELETE', `/api/my/sessions/${id}`)
    } catch (error) {
      setProblem(asProblem(error))
    }
    await asked.refetch()
  }
  if (asked.error) return <Trouble problem={asked.error} again={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={2} />
  return (
    <>
      <Remembered keptAt={asked.data.keptAt} />
      {problem ? <Trouble problem={problem} /> : null}
      <ul className="rows">
        {asked.data.body.items.map((device) => (
          <Card key={device.id} device={device} onEnd={(id) => void end(id)} />
        ))}
      </ul>
    </>
  )
}

/** Where I am signed in; each other device can be signed out from here. When it was used last is noted nowhere. */
export function DevicesPage(): ReactElement {
  const { t } = useTranslation()
  const me = useMe()
  if (me.isPending) return <Skeleton />
  return (
    <Screen title={t('devices.title')} back>
      <p className="quiet">{t('devices.explain')}</p>
      {me.data ? <Devices /> : <Empty action={<Go to="/sign-in">{t('home.signIn')}</Go>}>{t('looks.visitor')}</Empty>}
    </Screen>
  )
}
