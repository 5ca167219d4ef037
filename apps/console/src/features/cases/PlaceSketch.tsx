import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { CaseView } from '../../api-types.ts'
import { useWords } from '../../app/language.ts'
import { PlaceOnGrids } from '../../parts/map/PlaceOnGrids.tsx'
import { caseWords } from './words.ts'

/** Where it is: in words, and as a dot among the lines of the grids. */
export function PlaceSketch({ one }: { readonly one: CaseView }): ReactElement {
  const t = useWords(caseWords)
  const { lon = null, lat = null } = one.place ?? {}
  const point = lon === null || lat === null ? null : { lon, lat }
  return (
    <>
      <span>
        {one.place?.words ? `${one.place.words} · ` : ''}
        {one.area.name}
      </span>
      {point && <PlaceOnGrids {...point} area={one.area.code} label={`${t('place')}: ${one.area.name}`} />}
      {point && (
        <Link to="/map" search={{ area: one.area.code.slice(0, 12), at: one.id }} className="no-print">
          {t('onMap')}
        </Link>
      )}
    </>
  )
}
