import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AreaCard, useAreasBelow, useGrids, usePlaces } from '../../map/areas.ts'
import { type Point, viewOf } from '../../map/projection.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Skeleton } from '../../parts/Notes.tsx'
import { Press } from '../../parts/Press.tsx'
import type { DraftArea } from './draft.ts'

interface Props {
  /** What was chosen, and where the pin begins: the named place, or the middle of the community's grids (null when neither is known). */
  readonly onDone: (area: DraftArea, at: Point | null) => void
}

const questions: Readonly<Record<string, string>> = { county: 'area.county', town: 'area.town', community: 'area.community' }

/** A street, compound or community by a part of its name. */
function ByName({ onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const found = usePlaces(words)
  return (
    <>
      <TextBox label={t('area.byName')} placeholder={t('area.byNameExample')} value={words} onChange={setWords} maxLength={60} />
      {found.map((place) => (
        <Press
          key={`${place.area} ${place.name}`}
          look="row"
          onPress={() => onDone({ code: place.area, name: `${place.within} ${place.name}` }, place.point)}
        >
          {place.name}
          <small className="hint block">{place.within}</small>
        </Press>
      ))}
    </>
  )
}

/** County, then town, then community: one tap each. */
function ByList({ onDone }: Props): ReactElement {
  const { t } = useTranslation()
  const [path, setPath] = useState<readonly AreaCard[]>([])
  const last = path.at(-1)
  const chosen = last?.level === 'community' ? last : null
  const { areas, loading } = useAreasBelow(last?.code ?? null, chosen === null)
  const shapes = useGrids(chosen?.code ?? null)
  const finish = () => {
    if (last) onDone({ code: last.code, name: path.map((area) => area.name).join(' ') }, viewOf(shapes, 640, 400)?.centre ?? null)
  }
  const question = t(questions[areas[0]?.level ?? 'county'] ?? 'area.county')
  return (
    <fieldset className="field">
      <legend className={chosen ? 'unseen' : 'label'}>{question}</legend>
      {path.length > 0 ? (
        <div className="crumbs">
          {path.map((area, index) => (
            <Press key={area.code} look="quiet" icon="close" onPress={() => setPath(path.slice(0, index))}>
              {area.name}
            </Press>
          ))}
        </div>
      ) : null}
      {loading ? <Skeleton rows={2} /> : null}
      {chosen ? null : (
        <ul className="area-list">
          {areas.map((area) => (
            <li key={area.code}>
              <Press wide onPress={() => setPath([...path, area])}>
                {area.name}
              </Press>
            </li>
          ))}
        </ul>
      )}
      {!chosen && !loading && areas.length === 0 ? <p className="hint">{t('area.none')}</p> : null}
      {last ? (
        <Press look={chosen ? 'main' : 'plain'} onPress={finish}>
          {chosen ? t('area.take') : t('area.onlyThis')}
        </Press>
      ) : null}
    </fieldset>
  )
}

/** Choosing where it is without a position: by a name, or step by step. */
export function AreaChooser({ onDone }: Props): ReactElement {
  return (
    <div className="card rows">
      <ByName onDone={onDone} />
      <ByList onDone={onDone} />
    </div>
  )
}
