import { Checkbox, Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { Question } from '../../parts/Question.tsx'
import { useFirstFocus } from '../../parts/use-first-focus.ts'
import { Caller } from './Caller.tsx'
import type { PartProps } from './Intake.tsx'
import { intakeWords } from './words.ts'

function Proxy({ draft, set, problems }: PartProps): ReactElement {
  const t = useWords(intakeWords)
  return (
    <fieldset className="intake-proxy">
      <legend>{t('proxyTitle')}</legend>
      <div className="intake-pair">
        <Question id="intake-proxyName" label={t('proxyName')} problem={problems['proxyName']}>
          <Input id="intake-proxyName" value={draft.proxyName} onChange={(event) => set({ proxyName: event.target.value })} />
        </Question>
        <Question id="intake-proxyPhone" label={t('proxyPhone')} problem={problems['proxyPhone']}>
          <Input
            id="intake-proxyPhone"
            inputMode="tel"
            value={draft.proxyPhone}
            onChange={(event) => set({ proxyPhone: event.target.value })}
          />
        </Question>
        <Question id="intake-proxyRelation" label={t('proxyRelation')} problem={problems['proxyRelation']}>
          <Input id="intake-proxyRelation" value={draft.proxyRelation} onChange={(event) => set({ proxyRelation: event.target.value })} />
        </Question>
      </div>
      <Checkbox id="intake-consent" checked={draft.consent} onChange={(event) => set({ consent: event.target.checked })}>
        {t('consent')}
      </Checkbox>
      {problems['consent'] && (
        <p className="question-problem" role="alert">
          {problems['consent']}
        </p>
      )}
    </fieldset>
  )
}

/** Who reports: the number on the display, a name if they wish. */
export function Who(props: PartProps): ReactElement {
  const { draft, set, problems } = props
  const t = useWords(intakeWords)
  useFirstFocus('intake-phone')
  return (
    <>
      <div className="intake-pair">
        <Question id="intake-phone" label={t('phone')} optional={t('optional')} help={t('phoneHelp')} problem={problems['phone']}>
          <Input
            id="intake-phone"
            size="large"
            inputMode="tel"
            autoComplete="off"
            value={draft.phone}
            onChange={(event) => set({ phone: event.target.value })}
          />
        </Question>
        <Question id="intake-name" label={t('name')} optional={t('optional')} help={t('nameHelp')} problem={problems['name']}>
          <Input
            id="intake-name"
            size="large"
            autoComplete="off"
            maxLength={40}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Question>
      </div>
      <Caller phone={draft.phone} />
      {draft.channel === 'proxy' && <Proxy {...props} />}
    </>
  )
}
