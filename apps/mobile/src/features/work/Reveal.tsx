import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/call.ts'
import { asProblem, type Problem } from '../../api/problem.ts'
import { Choice } from '../../parts/Fields.tsx'
import { Trouble } from '../../parts/Notes.tsx'
import { Dial, Press } from '../../parts/Press.tsx'

const purposes = ['handle', 'verify', 'callback', 'emergency'] as const

interface Shown {
  readonly name: string | null
  readonly phone: string | null
}

/** Name and phone in full, for a purpose that the person will read under 谁看过我. Never kept on the phone. */
export function Reveal({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [shown, setShown] = useState<Shown | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const reveal = async (purpose: string) => {
    setProblem(null)
    try {
      setShown(await call<Shown>('POST', `/api/cases/${id}/reveal`, { body: { purpose } }))
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  if (shown) {
    return shown.phone ? <Dial number={shown.phone}>{[shown.name, shown.phone].filter(Boolean).join(' ')}</Dial> : <p>{shown.name}</p>
  }
  if (!asking) return <Press onPress={() => setAsking(true)}>{t('reveal.show')}</Press>
  return (
    <>
      <Choice
        label={t('reveal.why')}
        hint={t('reveal.seen')}
        options={purposes.map((purpose) => ({ value: purpose, say: t(`reveal.${purpose}`) }))}
        value={null}
        onChange={(purpose) => void reveal(purpose)}
      />
      {problem ? <Trouble problem={problem} /> : null}
    </>
  )
}
