import { Problem } from '@linli/api'
import type { Schemas } from '@linli/api'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { auditWords } from './words.ts'

type Chain = Schemas['AuditChain']

interface Found {
  readonly blocks: number
  readonly rows: number
  readonly broken: Chain['broken']
  readonly isDone: boolean
}

/** Walks the chain from its first block to its last, page by page. */
async function walk(onStep: (found: Found) => void): Promise<void> {
  let found: Found = { blocks: 0, rows: 0, broken: [], isDone: false }
  let after: number | null = 0
  while (after !== null) {
    const page: Chain = await api.get<Chain>('/api/audit/chain', { after, limit: 500 })
    found = {
      blocks: found.blocks + page.blocks,
      rows: found.rows + page.rows,
      broken: [...found.broken, ...page.broken],
      isDone: page.next === null,
    }
    onStep(found)
    after = page.next
  }
}

/** Whether the record of what was done is whole. */
export function ChainCheck(): ReactElement {
  const t = useWords(auditWords)
  const say = useSay()
  const [found, setFound] = useState<Found | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const verify = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await walk(setFound)
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      else throw error
    } finally {
      setBusy(false)
    }
  }
  const isWhole = found !== null && found.broken.length === 0
  return (
    <div className="stack">
      <div className="row">
        <Button loading={busy} onClick={() => void verify()}>
          {t('verify')}
        </Button>
        {found !== null && !found.isDone && <span className="quiet">{t('verifying', { blocks: found.blocks, rows: found.rows })}</span>}
      </div>
      {problem && (
        <Note tone="late" alert>
          {problem.detail || problem.code}
        </Note>
      )}
      {found?.isDone && (
        <Note tone={isWhole ? 'done' : 'late'}>
          {isWhole ? t('whole', { blocks: found.blocks, rows: found.rows }) : t('broken', { count: found.broken.length })}
        </Note>
      )}
      {found !== null && found.broken.length > 0 && (
        <ul className="plain-list">
          {found.broken.map((one) => (
            <li key={`${one.n} ${one.fault}`}>{t('block', { n: one.n, what: say(one.say) })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
