import { ErrorState, Icon, Skeleton } from '@linli/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { ComponentDetail, useComponent } from './ComponentDetail.tsx'
import { componentWords } from './words.ts'

const route = getRouteApi('/desk/components/$id')

/** One component, wherever it is opened. */
export function OneComponent({ id, asPage = false }: { readonly id: string; readonly asPage?: boolean }): ReactElement {
  const one = useComponent(id)
  if (one.isPending) return <Skeleton shape="matter" />
  if (one.error && !one.data) return <ErrorState trouble={troubleOf(one.error)} onRetry={() => void one.refetch()} />
  return <ComponentDetail one={one.data} asPage={asPage} />
}

/** The page of one component. */
export function ComponentPage(): ReactElement {
  const t = useWords(componentWords)
  const { id } = route.useParams()
  return (
    <div className="page page-narrow">
      <Link to="/components" className="plain-button small no-print">
        <Icon name="back" size={16} />
        {t('back')}
      </Link>
      <OneComponent key={id} id={id} asPage />
    </div>
  )
}
