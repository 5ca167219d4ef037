import type { Schemas } from '@linli/api'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../api/problem.ts'
import { useSay } from '../../app/language.ts'
import { sayNow } from '../../app/outbox.ts'
import { useAccount } from '../../app/session.ts'
import { Choice, TextBox } from '../../parts/Fields.tsx'
import { Trouble } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import { isPhone } from '../report/draft.ts'
import { backToForm } from '../report/send-report.ts'

type Card = Schemas['ComponentCard']

interface Typed {
  readonly trouble: string | null
  readonly words: string
  readonly phone: string
}

/** What is sent: nothing that was not said; without an account and a phone it is anonymous. */
export function faultBody({ trouble, words, phone }: Typed, account: string | null): Record<string, unknown> {
  const typed = phone.replaceAll(/[\s-]/g, '')
  return {
    trouble,
    ...(words.trim() ? { words: words.trim() } : {}),
    ...(account === null ? (typed ? { reporter: { phone: typed } } : { anonymous: true }) : {}),
  }
}

interface Props {
  readonly card: Card
  /** Called with the id in the outbox, which is the receipt's address. */
  readonly onSent: (id: string) => void
}

function useSending({ card, onSent }: Props, typed: Typed): { sending: boolean; problem: Problem | null; send: () => void } {
  const say = useSay()
  const account = useAccount()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    setSending(true)
    setProblem(null)
    const wrong = card.troubles.find((one) => one.code === typed.trouble)
    const path = `/api/public/components/${card.code}/reports`
    const title = `${card.name}: ${say(wrong?.say ?? null)}`
    const row = await sayNow({ kind: 'report', title, path, body: faultBody(typed, account) }, account === null)
    const { id, problem: refusal } = await backToForm(row)
    setSending(false)
    if (refusal) setProblem(refusal)
    else onSent(id)
  }
  return { sending, problem, send: () => void send() }
}

/** Two taps: what is wrong, and off it goes; words and a phone only for those who like. */
export function FaultForm(props: Props): ReactElement {
  const { card } = props
  const { t } = useTranslation()
  const say = useSay()
  const account = useAccount()
  const [typed, setTyped] = useState<Typed>({ trouble: null, words: '', phone: '' })
  const { sending, problem, send } = useSending(props, typed)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const isReady = typed.trouble !== null && (typed.phone.trim() === '' || isPhone(typed.phone))
  return (
    <div className="stack stack-wide fault">
      <Choice
        label={t('component.wrong')}
        {...(card.hint ? { hint: t('component.hint', { what: say(card.hint) }) } : {})}
        options={card.troubles.map((one) => ({ value: one.code, say: say(one.say) }))}
        value={typed.trouble}
        onChange={(trouble) => set({ trouble })}
      />
      {problem ? <Trouble problem={problem} /> : null}
      <Press look="main" wide isDisabled={!isReady || sending} onPress={send}>
        {t(sending ? 'component.sending' : 'component.send')}
      </Press>
      <TextBox label={t('component.words')} long maxLength={1000} value={typed.words} onChange={(words) => set({ words })} />
      {account === null ? (
        <TextBox
          label={t('component.phone')}
          hint={t('component.phoneHint')}
          type="tel"
          autoComplete="tel"
          maxLength={20}
          value={typed.phone}
          onChange={(phone) => set({ phone })}
        />
      ) : null}
    </div>
  )
}
