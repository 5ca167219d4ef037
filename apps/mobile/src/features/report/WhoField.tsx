import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import type { ReportDraft, Who } from './draft.ts'

interface Props {
  readonly draft: ReportDraft
  /** Name of the one who is signed in; null for visitors. */
  readonly account: string | null
  readonly wrong?: string | undefined
  readonly onChange: (change: Partial<ReportDraft>) => void
}

/** How the answer finds its way back: by account, by phone, or by the secret link alone. */
export function WhoField({ draft, account, wrong, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const options = [
    ...(account === null
      ? []
      : [{ value: 'account', say: t('who.account', { name: account ? ` (${account})` : '' }), hint: t('who.accountHint') }]),
    { value: 'phone', say: t('who.phone'), hint: t('who.phoneHint') },
    { value: 'nobody', say: t('who.nobody'), hint: t('who.nobodyHint') },
  ]
  return (
    <>
      <Choice label={t('who.label')} options={options} value={draft.who} onChange={(who) => onChange({ who: who as Who })} />
      {draft.who === 'phone' ? (
        <>
          <TextBox
            label={t('who.number')}
            type="tel"
            autoComplete="tel"
            value={draft.phone}
            maxLength={20}
            onChange={(phone) => onChange({ phone })}
            wrong={wrong}
          />
          <TextBox label={t('who.name')} autoComplete="name" value={draft.name} maxLength={40} onChange={(name) => onChange({ name })} />
        </>
      ) : null}
    </>
  )
}
