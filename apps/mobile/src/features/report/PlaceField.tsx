import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { communityOf, useGrids, useLocated, wordsOfPlace } from '../../map/areas.ts'
import { LateMap } from '../../map/LateMap.tsx'
import type { Point } from '../../map/projection.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Press } from '../../parts/Press.tsx'
import { AreaChooser } from './AreaChooser.tsx'
import type { DraftArea } from './draft.ts'
import { useHere } from './use-here.ts'

export interface PlaceValue {
  readonly place: Point | null
  readonly area: DraftArea | null
  readonly address: string
}

interface Props {
  readonly value: PlaceValue
  readonly wrong?: string | undefined
  readonly onChange: (change: Partial<PlaceValue>) => void
}

function Found({ value, onChange }: { value: PlaceValue & { place: Point }; onChange: Props['onChange'] }): ReactElement {
  const { t } = useTranslation()
  const located = useLocated(value.place)
  const shapes = useGrids(located?.area ? communityOf(located.area.code) : null)
  const words = wordsOfPlace(located)
  return (
    <>
      <output className="place-words">
        <Icon name="place" />
        <span>{located?.inside === false ? t('place.outside') : words || t('place.pinned')}</span>
      </output>
      <LateMap shapes={shapes} pin={value.place} lit={located?.area?.code ?? null} onPin={(place) => onChange({ place })} />
      <span className="hint">{t('place.drag')}</span>
    </>
  )
}

/** Where it is: here when the phone may say, else chosen step by step; then words for what no map knows. */
export function PlaceField({ value, wrong, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const [choosing, setChoosing] = useState(false)
  const here = useHere((at) => {
    if (!value.place && !value.area) onChange({ place: at })
  })
  const { place } = value
  return (
    <div className="field">
      <span className="label">{t('place.label')}</span>
      {place ? <Found value={{ ...value, place }} onChange={onChange} /> : null}
      {!place && value.area && !choosing ? (
        <p className="place-words">
          <Icon name="place" />
          <span>{value.area.name}</span>
        </p>
      ) : null}
      {here.state === 'denied' ? <span className="hint">{t('place.denied')}</span> : null}
      {choosing ? (
        <AreaChooser
          onDone={(area, middle) => {
            setChoosing(false)
            onChange({ area, place: middle })
          }}
        />
      ) : (
        <div className="pair">
          <Press
            icon="target"
            isDisabled={here.state === 'asking'}
            onPress={() => void here.ask((at) => onChange({ place: at, area: null }))}
          >
            {here.state === 'asking' ? t('place.finding') : place ? t('place.hereAgain') : t('place.here')}
          </Press>
          <Press icon="list" onPress={() => setChoosing(true)}>
            {t('place.choose')}
          </Press>
        </div>
      )}
      <TextBox
        label={t('place.words')}
        placeholder={t('place.wordsExample')}
        value={value.address}
        maxLength={200}
        onChange={(address) => onChange({ address })}
        wrong={wrong}
      />
    </div>
  )
}
