import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import { TextBox } from '../../parts/Fields.tsx'
import { Press } from '../../parts/Press.tsx'
import { longestText } from './draft.ts'
import { type Listening, listener } from './listen.ts'

interface Props {
  readonly value: string
  readonly wrong?: string | undefined
  readonly onChange: (text: string) => void
}

/** What happened, typed or spoken. */
export function WordsField({ value, wrong, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { lang } = useSettings()
  const [listening, setListening] = useState<Listening | null>(null)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  useEffect(() => () => listening?.stop(), [listening])
  const talk = () => {
    if (listening) {
      listening.stop()
      setListening(null)
      return
    }
    const started = listener(lang, {
      heard: (words) => onChange(`${latest.current}${words}`.slice(0, longestText)),
      ended: () => setListening(null),
    })
    setListening(started)
  }
  return (
    <TextBox
      label={t('report.words')}
      hint={t('report.wordsHint')}
      placeholder={t('report.wordsExample')}
      long
      value={value}
      maxLength={longestText}
      onChange={onChange}
      wrong={wrong}
      after={
        listener.able() ? (
          <Press icon={listening ? 'stop' : 'voice'} onPress={talk} aria-pressed={listening !== null}>
            {listening ? t('report.stopTalking') : t('report.talk')}
          </Press>
        ) : null
      }
    />
  )
}
