import { ErrorState, FigureN, Skeleton } from '@linli/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { AreaText } from '../../parts/AreaText.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Contacts } from './Contacts.tsx'
import { PointMap } from './PointMap.tsx'
import type { BuildingDetail } from './use-places.ts'
import { placeWords } from './words.ts'

/** The dwellings of a building, entrance by entrance. */
function Rooms({ one }: { readonly one: BuildingDetail }): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const entrances = [...new Set(one.rooms.map((room) => room.entrance))]
  if (entrances.length === 0) return <p className="quiet">{t('noDwellings')}</p>
  return (
    <>
      {entrances.map((name) => (
        <section key={name}>
          <h3>{name === '' ? t('noEntrance') : t('entrance', { name })}</h3>
          <p className="place-rooms">
            {one.rooms
              .filter((room) => room.entrance === name)
              .map((room) => (
                <span key={room.id}>
                  <span className="number">{room.room}</span> <span className="quiet">{say(room.tenureSay)}</span>
                </span>
              ))}
          </p>
        </section>
      ))}
    </>
  )
}

/** One building: what it is, its dwellings, and who is called. */
export function BuildingDetails({ id }: { readonly id: string }): ReactElement {
  const t = useWords(placeWords)
  const say = useSay()
  const found = useQuery({ queryKey: ['buildings', 'one', id], queryFn: () => api.get<BuildingDetail>(`/api/places/buildings/${id}`) })
  if (found.isPending) return <Skeleton shape="matter" />
  if (found.error) return <ErrorState trouble={troubleOf(found.error)} onRetry={() => void found.refetch()} />
  const one = found.data
  return (
    <div className="stack">
      <h2>{one.address}</h2>
      <Facts
        of={[
          [t('area'), <AreaText key="area" code={one.area} />],
          [t('usage'), say(one.usageSay)],
          [t('floors'), one.floors],
          [t('built'), one.built],
          [t('dwellings'), <FigureN key="n" n={one.dwellings} of={one.households} />],
          [t('source'), one.source],
        ]}
      />
      {one.lon !== null && one.lat !== null && <PointMap area={one.area} lon={one.lon} lat={one.lat} label={t('point')} />}
      <Contacts one={one} />
      <Rooms one={one} />
    </div>
  )
}
