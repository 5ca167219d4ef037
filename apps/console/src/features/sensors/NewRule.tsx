import type { Schemas } from '@linli/api'
import { Select } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { newBody, newFields } from './rule-forms.ts'
import { refreshRules } from './RuleDetail.tsx'
import { sensorWords } from './words.ts'

type Kind = Schemas['DeviceKind']
type TestKind = Schemas['DeviceRuleTest']['kind']

const tests = ['above', 'below', 'rate', 'silence', 'unusual'] as const satisfies readonly TestKind[]

/** A new rule: first for which kind of device and how it judges, then what that asks. */
export function NewRule({ kinds, onClose }: { readonly kinds: readonly Kind[]; readonly onClose: () => void }): ReactElement {
  const t = useWords(sensorWords)
  const say = useSay()
  const [code, setCode] = useState(kinds[0]?.code ?? '')
  const [test, setTest] = useState<TestKind>('above')
  const kind = kinds.find((one) => one.code === code)
  return (
    <div className="stack">
      <h2>{t('addRule')}</h2>
      <div className="row">
        <Select<string>
          aria-label={t('kind')}
          value={code}
          popupMatchSelectWidth={false}
          options={kinds.map((one) => ({ value: one.code, label: say(one.say) }))}
          onChange={setCode}
        />
        <Select<TestKind>
          aria-label={t('test')}
          value={test}
          popupMatchSelectWidth={false}
          options={tests.map((one) => ({ value: one, label: t(one) }))}
          onChange={setTest}
        />
      </div>
      {kind && (
        <AskForm
          key={`${code} ${test}`}
          id={`new device rule ${code} ${test}`}
          fields={newFields(test, kind.measures)}
          submit={t('addRule')}
          send={(body, attempts) => api.post('/api/device-rules', newBody(code, test, body), { attempts })}
          onCancel={onClose}
          onDone={() => {
            refreshRules()
            onClose()
          }}
        />
      )}
    </div>
  )
}
