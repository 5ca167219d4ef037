import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AreaCard, useAreasBelow, useGrids } from '../../map/areas.ts'
import { type Point, viewOf } from '../../map/projection.ts'
import { Skeleton } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import type { DraftArea } from './draft.ts'

const depth = 3

interface Props {
  /** The community, and the middle of its grids to begin the pin at (null when it has none). */
  readonly onDone: (area: DraftArea, middle: Point | null) => void
}

/** County, then town, then community: one tap each. */
export function AreaChooser({ onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const [path, setPath] = useState<readonly AreaCard[]>([])
  const [here, setHere] = useState<AreaCard | null>(null)
  const parent = path.at(-1)?.code ?? null
  const { areas, loading } = useAreasBelow(parent, true)
  const shapes = useGrids(here?.code ?? null)
  const full = [...path, ...(here ? [here] : [])]
  const finish = () => {
    const last = full.at(-1)
    if (last) onDone({ code: last.code, name: full.map((area) => area.name).join(' ') }, viewOf(shapes, 640, 400)?.centre ?? null)
  }
  const take = (area: AreaCard) => (path.length < depth - 1 ? setPath([...path, area]) : setHere(area))
  const question = t(['area.county', 'area.town', 'area.community'][Math.min(path.length, 2)] ?? 'area.community')
  return (
    <fieldset className="card">
      <legend className="unseen">{question}</legend>
      <span className="label" aria-hidden="true">
        {question}
      </span>
      {full.length > 0 ? (
        <div className="crumbs">
          {full.map((area, index) => (
            <Press
              key={area.code}
              look="quiet"
              onPress={() => {
                setHere(null)
                setPath(path.slice(0, index))
              }}
            >
              {area.name}
            </Press>
          ))}
        </div>
      ) : null}
      {loading ? <Skeleton rows={2} /> : null}
      {here ? null : (
        <ul className="area-list">
          {areas.map((area) => (
            <li key={area.code}>
              <Press wide onPress={() => take(area)}>
                {area.name}
              </Press>
            </li>
          ))}
        </ul>
      )}
      {!loading && areas.length === 0 && !here ? <p className="hint">{t('area.none')}</p> : null}
      {full.length > 0 ? (
        <Press look={here ? 'main' : 'plain'} onPress={finish}>
          {here ? t('area.take') : t('area.onlyThis')}
        </Press>
      ) : null}
    </fieldset>
  )
}
