import { ErrorState, Skeleton, StateTag } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AskForm } from '../../parts/form/AskForm.tsx'
import { changedSmallPlace } from './forms.ts'
import { PointMap } from './PointMap.tsx'
import { useKeeps, useKinds } from './use-places.ts'
import type { SmallPlace } from './use-places.ts'
import { placeWords } from './words.ts'

function Change({ one, onDone }: { readonly one: SmallPlace; readonly onDone: () => void }): ReactElement {
  const t = useWords(placeWords)
  const kinds = useKinds(one.area)
  return (
    <AskForm<SmallPlace>
      id={`small place ${one.id}`}
      title={t('change')}
      fields={changedSmallPlace(kinds)}
      submit={t('change')}
      send={(body, attempts) => api.patch(`/api/places/small/${one.id}`, { ...body, version: one.version }, { attempts })}
      onCancel={onDone}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['small-places'] })
        onDone()
      }}
    />
  )
}

/** One small place. */
export function SmallPlaceDetail({ id }: { readonly id: string }): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const mayKeep = useKeeps()
  const [changing, setChanging] = useState(false)
  const found = useQuery({ queryKey: ['small-places', 'one', id], queryFn: () => api.get<SmallPlace>(`/api/places/small/${id}`) })
  if (found.isPending) return <Skeleton shape="matter" />
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  const one = found.data
  const cycle = one.cycleDays === null ? null : t(one.ownCycle ? 'ownCycle' : 'days', { n: one.cycleDays })
  return (
    <div className="stack">
      <h2>{one.name}</h2>
      {one.due && (
        <div className="row">
          <StateTag tone="soon">{t('due')}</StateTag>
        </div>
      )}
      <Facts
        of={[
          [t('kind'), say(one.kindSay)],
          [t('address'), one.address],
          [t('area'), <AreaText key="area" code={one.area} />],
          [t('uscc'), one.uscc],
          [t('inspectedOn'), one.inspectedOn ?? t('never')],
          [t('nextOn'), one.nextOn],
          [t('cycle'), cycle],
          [t('closedOn'), one.closedOn],
          [t('source'), one.source],
        ]}
      />
      {one.lon !== null && one.lat !== null && <PointMap area={one.area} lon={one.lon} lat={one.lat} label={t('point')} />}
      {mayKeep && !changing && (
        <div className="row">
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
        </div>
      )}
      {changing && <Change one={one} onDone={() => setChanging(false)} />}
    </div>
  )
}
