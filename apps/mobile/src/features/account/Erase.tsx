import { useNavigate } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '../../api/problem.ts'
import { eraseMe } from '../../app/session.ts'
import { Note, Trouble } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'

/** 注销: destroys the key of my data after a second press (PIPL 47); what was decided about a matter stays, without me. */
export function Erase(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const erase = async () => {
    try {
      await eraseMe()
      await navigate({ to: '/', replace: true })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  if (!asking) return <Press onPress={() => setAsking(true)}>{t('erase.ask')}</Press>
  return (
    <>
      <Note tone="late" icon="warn">
        {t('erase.sure')}
      </Note>
      {problem ? <Trouble problem={problem} /> : null}
      <div className="pair">
        <Press onPress={() => setAsking(false)}>{t('form.cancel')}</Press>
        <Press look="danger" onPress={() => void erase()}>
          {t('erase.yes')}
        </Press>
      </div>
    </>
  )
}
