import { Checkbox, Input } from 'antd'
import type { KeyboardEvent, ReactElement } from 'react'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { CategoryPicker } from '../../parts/pickers/CategoryPicker.tsx'
import { PhotoField } from '../../parts/pickers/PhotoField.tsx'
import { Question } from '../../parts/Question.tsx'
import type { PartProps } from './Intake.tsx'
import { SameHere } from './SameHere.tsx'
import type { Suggested } from './suggest.ts'
import { intakeWords } from './words.ts'

interface WhatProps extends PartProps {
  readonly suggested: Suggested | undefined
  readonly onEnter: () => void
}

/** The categories that the words suggest as buttons; any other can be searched. */
function CategoryChoice({ draft, set, suggested }: WhatProps): ReactElement {
  const t = useWords(intakeWords)
  const say = useSay()
  const items = suggested?.items ?? []
  const chosen = draft.category || items[0]?.category.code
  const because = items.find((item) => item.category.code === chosen)?.because ?? []
  return (
    <Question label={t('category')} help={because.length > 0 ? t('because', { words: because.join('、') }) : undefined}>
      <div className="row" role="radiogroup" aria-label={t('suggested')}>
        {items.map(({ category }) => (
          <label key={category.code} className={category.code === chosen ? 'chip chip-here' : 'chip'}>
            <input type="radio" name="category" checked={category.code === chosen} onChange={() => set({ category: category.code })} />
            {say(category.name)}
          </label>
        ))}
        <span className="chip-other">
          <CategoryPicker
            label={t('other')}
            value={draft.category && !items.some((item) => item.category.code === draft.category) ? draft.category : undefined}
            onChange={(category) => set({ category: category ?? '' })}
          />
        </span>
      </div>
    </Question>
  )
}

/** What it is about, in a sentence; danger is said at once. */
export function What(props: WhatProps): ReactElement {
  const { draft, set, problems, suggested, onEnter } = props
  const t = useWords(intakeWords)
  const say = useSay()
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      onEnter()
    }
  }
  const emergency = suggested?.emergency
  return (
    <>
      <Question id="intake-text" label={t('what')} help={t('whatHelp')} problem={problems['text']}>
        <Input.TextArea
          id="intake-text"
          size="large"
          rows={3}
          maxLength={4000}
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
          onKeyDown={onKey}
        />
      </Question>
      {emergency && (
        <Note tone="late" alert>
          <b>{t('emergencyCall', { call: emergency.call })}</b>
          <br />
          {say(emergency.say)}
        </Note>
      )}
      <CategoryChoice {...props} />
      <SameHere {...props} />
      <div className="row intake-more">
        <PhotoField value={draft.photos} max={9} onChange={(photos) => set({ photos })} />
        <Checkbox checked={draft.settled} onChange={(event) => set({ settled: event.target.checked })}>
          {t('onSpot')}
        </Checkbox>
      </div>
      {problems['photos'] && <p className="question-problem">{problems['photos']}</p>}
      {draft.settled && (
        <Question id="intake-result" label={t('result')} problem={problems['result']}>
          <Input id="intake-result" value={draft.result} onChange={(event) => set({ result: event.target.value })} />
        </Question>
      )}
    </>
  )
}
