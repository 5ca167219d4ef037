import { Problem } from '@linli/api'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { caseWords, revealWords } from './words.ts'

const purposes = ['handle', 'callback', 'verify', 'emergency'] as const
type Purpose = (typeof purposes)[number]

interface Shown {
  readonly name: string | null
  readonly phone: string | null
}

/** Asks what the name is needed for; the answer is recorded before anything is shown. */
function RevealForm({
  id,
  onShown,
  onCancel,
}: {
  readonly id: string
  readonly onShown: (reporter: Shown) => void
  readonly onCancel: () => void
}): ReactElement {
  const t = useWords(revealWords)
  const [purpose, setPurpose] = useState<Purpose>('handle')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const show = async (): Promise<void> => {
    setBusy(true)
    try {
      onShown(await api.post<Shown>(`/api/cases/${id}/reveal`, { purpose }))
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      else throw error
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="reveal">
      <Radio.Group
        aria-label={t('purpose')}
        value={purpose}
        options={purposes.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => setPurpose(event.target.value as Purpose)}
      />
      <p className="quiet small">{t('explain')}</p>
      {problem && (
        <Note tone="late" alert>
          {problem.detail || problem.code}
        </Note>
      )}
      <div className="row">
        <Button size="small" loading={busy} onClick={() => void show()}>
          {t('submit')}
        </Button>
        <Button size="small" type="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

/** Who reported it, masked until somebody says what the name is needed for. */
export function Reporter({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const r = useWords(revealWords)
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const { name, phone } = shown ?? one.reporter
  if (!name && !phone) return <span className="quiet">{t('anonymous')}</span>
  const mayReveal = shown === null && one.reporter.mayReveal
  return (
    <>
      <span className="number">{[name, phone].filter(Boolean).join(' ')}</span>
      {mayReveal && !asking && (
        <button type="button" className="link-button no-print" onClick={() => setAsking(true)}>
          {r('open')}
        </button>
      )}
      {mayReveal && asking && <RevealForm id={one.id} onShown={setShown} onCancel={() => setAsking(false)} />}
    </>
  )
}
