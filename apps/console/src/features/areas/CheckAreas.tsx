import type { Problem, Schemas } from '@linli/api'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { areaWords } from './words.ts'

/** Looks the grids of an area over: overlaps, gaps, trespasses, sizes. */
export function CheckAreas({ code }: { readonly code: string }): ReactElement {
  const t = useWords(areaWords)
  const say = useSay()
  const check = useMutation<Schemas['AreaChecks'], Problem>({ mutationFn: () => api.post('/api/areas/checks', { area: code }) })
  const answer = check.data
  return (
    <div className="stack">
      <div className="row">
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {t('check')}
        </Button>
        {answer && <span className="quiet">{t('checked', { count: answer.grids })}</span>}
      </div>
      {check.error && <Note tone="late">{check.error.detail || check.error.code}</Note>}
      {answer && answer.communitiesWithoutGrid > 0 && <Note tone="soon">{t('without', { count: answer.communitiesWithoutGrid })}</Note>}
      {answer && answer.findings.length === 0 && <Note tone="done">{t('allGood')}</Note>}
      <ul className="plain-list">
        {answer?.findings.slice(0, 100).map((one) => (
          <li key={`${one.kind} ${one.areas.join(' ')} ${String(one.amount)}`}>{say(one.say)}</li>
        ))}
      </ul>
    </div>
  )
}
