import type { Schemas } from '@linli/api'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import type { Action } from '../../parts/Actions.tsx'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { KeyOnce } from './KeyOnce.tsx'
import { sensorWords } from './words.ts'

type Device = Schemas['Device']

const refresh = (): void => void queries.invalidateQueries({ queryKey: ['devices'] })

/** What a keeper may do with a device. */
export function useDeviceActions(device: Device, onEnded: () => void): readonly Action[] {
  const t = useWords(sensorWords)
  const path = `/api/devices/${device.id}`
  const change: Action = {
    key: 'change',
    label: t('change'),
    render: (close, done) => (
      <AskForm
        id={`device ${device.id} ${device.version}`}
        title={t('change')}
        fields={[
          ask('name', sensorWords.name, 'text', { maxLength: 60 }),
          ask('component', sensorWords.component, 'text', { maxLength: 40 }),
        ]}
        initial={{ name: device.name, component: device.component }}
        submit={t('change')}
        send={(body, attempts) => api.patch(path, { ...body, version: device.version }, { attempts })}
        onCancel={close}
        onDone={() => {
          refresh()
          done()
        }}
      />
    ),
  }
  const newKey: Action = {
    key: 'key',
    label: t('newKey'),
    render: (close, done) => (
      <AskForm<Schemas['DeviceKeyChanged']>
        id={`device key ${device.id}`}
        title={t('newKey')}
        explain={t('newKeyExplain')}
        fields={[]}
        submit={t('newKey')}
        send={(_, attempts) => api.post(`${path}/key`, {}, { attempts })}
        onCancel={close}
        onDone={({ key }) => done(<KeyOnce id={device.id} text={key} />)}
      />
    ),
  }
  const quiet = (key: 'revoke' | 'end', explain: string, send: () => Promise<unknown>, after: () => void): Action => ({
    key,
    label: t(key),
    danger: true,
    render: (close, done) => (
      <AskForm
        id={`${key} ${device.id}`}
        title={t(key)}
        explain={explain}
        fields={[]}
        submit={t(key)}
        danger
        send={send}
        onCancel={close}
        onDone={() => {
          refresh()
          done()
          after()
        }}
      />
    ),
  })
  const revoke = quiet(
    'revoke',
    t('revokeExplain'),
    () => api.delete(`${path}/key`),
    () => undefined,
  )
  const end = quiet('end', t('endExplain'), () => api.delete(path), onEnded)
  return useIs('systemAdmin') ? [change, newKey, revoke, end] : []
}
