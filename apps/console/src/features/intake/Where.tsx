import { Input } from 'antd'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { useMe } from '../../app/session.ts'
import { AreaPicker } from '../../parts/pickers/AreaPicker.tsx'
import { PlaceField } from '../../parts/pickers/PlaceField.tsx'
import { Question } from '../../parts/Question.tsx'
import type { PartProps } from './Intake.tsx'
import { intakeWords } from './words.ts'

/** Where it is: typed, picked from the register, or marked on the map. */
export function Where({ draft, set, problems }: PartProps): ReactElement {
  const t = useWords(intakeWords)
  const me = useMe()
  const own = (me.data?.posts ?? []).map((post) => post.area)
  return (
    <>
      <div className="intake-pair">
        <Question id="intake-address" label={t('address')} help={t('addressHelp')} problem={problems['address'] ?? problems['place']}>
          <Input
            id="intake-address"
            size="large"
            autoComplete="off"
            maxLength={200}
            value={draft.address}
            onChange={(event) => set({ address: event.target.value })}
          />
        </Question>
        <Question id="intake-area" label={t('area')} optional={t('optional')} problem={problems['area']}>
          <AreaPicker
            id="intake-area"
            size="large"
            value={draft.area || undefined}
            known={own}
            {...(own[0] && { placeholder: t('areaDefault', { area: own[0].name }) })}
            onChange={(area) => set({ area: area ?? '' })}
          />
        </Question>
      </div>
      <PlaceField value={draft.place ?? undefined} onChange={(place) => set({ place: place ?? null })} />
    </>
  )
}
