import type { Schemas } from '@linli/api'
import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { without } from '../../app/without.ts'
import { Register } from '../../parts/Register.tsx'
import { DoubtDetail } from './DoubtDetail.tsx'
import { Doubts } from './Doubts.tsx'
import { FindPerson } from './FindPerson.tsx'
import { FoundTable } from './FoundTable.tsx'
import { PersonDetail } from './PersonDetail.tsx'
import { RequestDetail } from './RequestDetail.tsx'
import { Requests } from './Requests.tsx'
import { Shares } from './Shares.tsx'
import { peopleWords } from './words.ts'

const route = getRouteApi('/desk/people')

/** The register of people: finding somebody for a purpose, and deciding whether two are one. */
export function People(): ReactElement {
  const t = useWords(peopleWords)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isKeeper = useIs('peopleKeeper')
  const [found, setFound] = useState<Schemas['FoundPersons'] | null>(null)
  const isAuditor = useIs('auditAdmin')
  const isDesk = [useIs('communityDesk'), useIs('gridLeader'), isKeeper].includes(true)
  const isReader = useIs('supervisor') && !isKeeper
  const tab =
    isReader || (isDesk && search.tab === 'shares')
      ? 'shares'
      : isAuditor || (isKeeper && search.tab === 'requests')
        ? 'requests'
        : isKeeper && search.tab === 'review'
          ? 'review'
          : 'find'
  const side =
    search.at === undefined ? null : tab === 'review' ? (
      <DoubtDetail key={search.at} id={search.at} />
    ) : tab === 'requests' ? (
      <RequestDetail key={search.at} id={search.at} />
    ) : (
      <PersonDetail key={search.at} id={search.at} purpose={search.purpose ?? 'registerCheck'} />
    )
  return (
    <Register
      title={t(isAuditor ? 'openings' : 'title')}
      explain={t('explain')}
      filters={
        isDesk && (
          <div className="filters-tabs">
            <Segmented
              aria-label={t('title')}
              value={tab}
              options={[
                { value: 'find', label: t('find') },
                ...(isKeeper
                  ? [
                      { value: 'review', label: t('review') },
                      { value: 'requests', label: t('requests') },
                    ]
                  : []),
                { value: 'shares', label: t('shares') },
              ]}
              onChange={(to) => void navigate({ search: to === 'find' ? {} : { tab: to } })}
            />
          </div>
        )
      }
      side={side}
      onClose={() => void navigate({ search: (before) => without(before, 'at') })}
    >
      {tab === 'review' && <Doubts at={search.at} />}
      {tab === 'shares' && <Shares area={search.area} />}
      {tab === 'requests' && <Requests at={search.at} />}
      {tab === 'find' && (
        <>
          <FindPerson onFound={setFound} />
          {found && <FoundTable found={found} at={search.at} />}
        </>
      )}
    </Register>
  )
}
