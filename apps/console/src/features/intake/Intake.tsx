import { Attempts } from '@linli/api'
import type { Problem, Schemas } from '@linli/api'
import { useMutation } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { useKept } from '../../parts/kept.ts'
import { Note } from '../../parts/Note.tsx'
import { bodyOf, emptyDraft, missingIn } from './draft.ts'
import type { Channel, Draft } from './draft.ts'
import { Receipt } from './Receipt.tsx'
import { useSuggested } from './suggest.ts'
import { What } from './What.tsx'
import { Where } from './Where.tsx'
import { Who } from './Who.tsx'
import { intakeWords } from './words.ts'

export interface PartProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly problems: Readonly<Record<string, string>>
}

/** What the server found wrong, by the last name in the path. */
function problemsOf(problem: Problem | null): Record<string, string> {
  const names: Record<string, keyof Draft> = {
    '/body/reporter/phone': 'phone',
    '/body/reporter/name': 'name',
    '/body/proxy/phone': 'proxyPhone',
    '/body/proxy/name': 'proxyName',
    '/body/proxy/relation': 'proxyRelation',
    '/body/onSpot/result': 'result',
  }
  return Object.fromEntries((problem?.errors ?? []).map((error) => [names[error.path] ?? error.path.replace('/body/', ''), error.detail]))
}

function useIntake() {
  const t = useWords(intakeWords)
  const kept = useKept<Draft>('intake', emptyDraft)
  const [attempts] = useState(() => new Attempts())
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>({})
  const suggested = useSuggested(kept.value.text)
  const first = suggested.data?.items[0]?.category.code
  const send = useMutation<Schemas['Receipt'], Problem, Record<string, unknown>>({
    mutationFn: (body) => api.post<Schemas['Receipt']>('/api/cases', body, { attempts }),
    onSuccess: () => {
      kept.forget()
      for (const key of ['worklist', 'cases', 'me']) void queries.invalidateQueries({ queryKey: [key] })
    },
  })
  const submit = (): void => {
    const found = missingIn(kept.value)
    setMissing(found)
    const [name] = Object.keys(found)
    if (name !== undefined) document.getElementById(`intake-${name}`)?.focus()
    else send.mutate(bodyOf(kept.value, first))
  }
  const startOver = (): void => {
    kept.set({ ...emptyDraft, channel: kept.value.channel, area: kept.value.area })
    kept.forget()
    send.reset()
    setMissing({})
  }
  const own = Object.fromEntries(Object.entries(missing).map(([name, key]) => [name, t(key)]))
  const part: PartProps = {
    draft: kept.value,
    set: (change) => {
      kept.set({ ...kept.value, ...change })
      setMissing({})
    },
    problems: { ...problemsOf(send.error), ...own },
  }
  return { part, suggested: suggested.data, send, submit, startOver }
}

/** The desk's intake: phone, who, where, what, Enter; under a minute, by keyboard alone. */
export function Intake(): ReactElement {
  const t = useWords(intakeWords)
  const [isWorker, isLeader] = [useIs('gridWorker'), useIs('gridLeader')]
  const inGrid = isWorker || isLeader
  const form = useRef<HTMLFormElement>(null)
  const { part, suggested, send, submit, startOver } = useIntake()
  if (send.data) return <Receipt one={send.data} onNext={startOver} />
  const channels: readonly { value: Channel; label: string }[] = [
    { value: 'phone', label: t('phoneCall') },
    { value: 'visit', label: t('visit') },
    { value: 'paper', label: t('paper') },
    { value: 'proxy', label: t('proxy') },
    ...(inGrid ? [{ value: 'gridWorker' as const, label: t('gridWorker') }] : []),
  ]
  return (
    <div className="page intake">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </div>
      <form
        ref={form}
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Segmented<Channel>
          aria-label={t('channel')}
          block
          value={part.draft.channel}
          options={[...channels]}
          onChange={(channel) => part.set({ channel })}
        />
        <Who {...part} />
        <Where {...part} />
        <What {...part} suggested={suggested} onEnter={submit} />
        {send.error && (
          <Note tone="late" alert>
            {send.error.detail || send.error.title || send.error.code}
          </Note>
        )}
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={send.isPending}>
            {t('submit')}
          </Button>
          <Button size="large" type="text" onClick={startOver}>
            {t('again')}
          </Button>
        </div>
      </form>
    </div>
  )
}
