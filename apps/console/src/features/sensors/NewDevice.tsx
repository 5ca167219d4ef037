import type { Schemas } from '@linli/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { ask } from '../../parts/form/ask.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { KeyOnce } from './KeyOnce.tsx'
import { sensorWords } from './words.ts'

/** A new device: what it is, where, at which component; its key is shown this once. */
export function NewDevice({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords(sensorWords)
  const [made, setMade] = useState<Schemas['DeviceWithKey'] | null>(null)
  const rules = useQuery({ queryKey: ['device-rules'], queryFn: () => api.get<Schemas['DeviceRuleList']>('/api/device-rules') })
  if (made) {
    return (
      <div className="stack">
        <h2>{made.device.name}</h2>
        <KeyOnce id={made.device.id} text={made.key} />
      </div>
    )
  }
  const choices = (rules.data?.kinds ?? []).map((one) => ({ value: one.code, say: one.say }))
  return (
    <AskForm<Schemas['DeviceWithKey']>
      id="new device"
      title={t('addDevice')}
      fields={[
        ask('name', sensorWords.name, 'text', { maxLength: 60 }),
        ask('kind', sensorWords.kind, 'select', { choices }),
        ask('component', sensorWords.component, 'text', { maxLength: 40 }),
        ask('area', sensorWords.area, 'area'),
      ]}
      submit={t('addDevice')}
      send={(body, attempts) => api.post('/api/devices', body, { attempts })}
      onCancel={onClose}
      onDone={(answer) => {
        void queries.invalidateQueries({ queryKey: ['devices'] })
        setMade(answer)
      }}
    />
  )
}
