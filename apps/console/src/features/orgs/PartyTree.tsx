import type { Schemas } from '@linli/api'
import { EmptyState, ErrorState, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { OrgPage } from './OrgPage.tsx'
import { treeOf } from './tree.ts'
import type { Branch } from './tree.ts'
import { OrgArea, useOrgArea } from './use-area.tsx'
import { kindWords, orgWords } from './words.ts'

type Node = Schemas['PartyTree']['items'][number]

function Branches({ of }: { readonly of: readonly Branch<Node>[] }): ReactElement {
  const k = useWords(kindWords)
  const say = useSay()
  return (
    <ul className="tree">
      {of.map(({ node, below }) => (
        <li key={node.id}>
          {node.name}{' '}
          <span className="quiet small">
            {k(node.kind as keyof typeof kindWords)}
            {node.levelName && ` · ${say(node.levelName)}`}
          </span>
          {below.length > 0 && <Branches of={below} />}
        </li>
      ))}
    </ul>
  )
}

/** The party organisations of an area as they stand under one another. */
export function PartyTree(): ReactElement {
  const t = useWords(orgWords)
  const area = useOrgArea()
  const tree = useQuery({
    queryKey: ['party-tree', area],
    queryFn: () => api.get<Schemas['PartyTree']>('/api/party-tree', { area }),
    enabled: area !== '',
  })
  return (
    <OrgPage filters={<OrgArea />}>
      <div className="party-page">
        {tree.isPending && <Skeleton shape="list" />}
        {tree.error && <ErrorState trouble={troubleOf(tree.error)} onRetry={() => void tree.refetch()} />}
        {tree.data && tree.data.items.length === 0 && <EmptyState>{t('noParty')}</EmptyState>}
        {tree.data && <Branches of={treeOf(tree.data.items)} />}
      </div>
    </OrgPage>
  )
}
