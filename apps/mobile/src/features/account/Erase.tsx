import { useNavigate } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRow } from '../../api/cases.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import type { List } from '../../api/shapes.ts'
import { useAsk } from '../../app/ask.ts'
import { eraseMe } from '../../app/session.ts'
import { Note, Skeleton, Trouble } from '../../parts/Notes.tsx'
import { Go, Press } from '../../parts/Press.tsx'
import { isOver } from '../home/phase.ts'

/** What is destroyed and what stays; the words of matters that are still open go too, and whoever deals with them is told nothing else. */
function Warning(): ReactElement {
  const { t } = useTranslation()
  const asked = useAsk<List<CaseRow>>('/api/my/cases?limit=200')
  if (asked.isPending) return <Skeleton rows={1} />
  const open = asked.data?.body.items.filter((row) => !isOver(row.state)).length ?? null
  return (
    <Note tone="late" icon="warn">
      <p>{t('erase.sure')}</p>
      {open === 0 ? null : (
        <>
          <p>
            <b>{open === null ? t('erase.perhapsOpen') : t('erase.open', { n: open })}</b>
          </p>
          <p>{t('erase.openWords')}</p>
          <Go to="/mine">{t('erase.seeOpen')}</Go>
        </>
      )}
      <p>{t('erase.stays')}</p>
    </Note>
  )
}

/** 注销: destroys the key of my data after a second press (PIPL 47); what was decided about a matter stays, without me. */
export function Erase(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const erase = async () => {
    setBusy(true)
    try {
      await eraseMe()
      await navigate({ to: '/', replace: true })
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  if (!asking) return <Press onPress={() => setAsking(true)}>{t('erase.ask')}</Press>
  return (
    <>
      <Warning />
      {problem ? <Trouble problem={problem} /> : null}
      <div className="pair">
        <Press onPress={() => setAsking(false)}>{t('form.cancel')}</Press>
        <Press look="danger" isDisabled={busy} onPress={() => void erase()}>
          {t('erase.yes')}
        </Press>
      </div>
    </>
  )
}
