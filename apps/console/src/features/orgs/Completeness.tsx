import type { Schemas } from '@linli/api'
import { ErrorState, FigureN, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { OrgPage } from './OrgPage.tsx'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { orgWords } from './words.ts'

type Report = Schemas['Completeness']
type Line = Report['lines'][number]

function Missing({ line }: { readonly line: Line }): ReactElement {
  const t = useWords(orgWords)
  if (line.of === 0) return <span className="quiet">{t('nothingToCount')}</span>
  if (line.missing.length === 0) return <>{t('all')}</>
  const names = line.missing.slice(0, 3).map((one) => one.name)
  const rest = line.of - line.n
  return (
    <span title={line.missing.map((one) => one.name).join('、')}>
      {names.join('、')}
      {rest > names.length && ` ${t('andMore', { count: rest })}`}
    </span>
  )
}

/** How complete the register is: each line as n of N, and what is missing by name. */
export function Completeness(): ReactElement {
  const t = useWords(orgWords)
  const say = useSay()
  const area = useOrgArea()
  const report = useQuery({
    queryKey: ['completeness', area],
    queryFn: () => api.get<Report>('/api/orgs/completeness', { area }),
    enabled: area !== '',
  })
  return (
    <OrgPage filters={<OrgArea />}>
      {report.isPending && <Skeleton shape="table" />}
      {report.error && <ErrorState trouble={troubleOf(report.error)} onRetry={() => void report.refetch()} />}
      {report.data && (
        <DataTable<Line>
          caption={t('complete')}
          rows={report.data.lines}
          keyOf={(line) => line.code}
          columns={[
            { key: 'say', title: t('complete'), render: (line) => <span className="ink">{say(line.say)}</span> },
            { key: 'n', title: 'n / N', right: true, render: (line) => <FigureN n={line.n} of={line.of} /> },
            { key: 'missing', title: t('missing'), main: true, render: (line) => <Missing line={line} /> },
          ]}
        />
      )}
    </OrgPage>
  )
}
