import { Button } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { sensorWords } from './words.ts'

/** The key of a device, shown this once, with the id under which it connects. */
export function KeyOnce({ id, text }: { readonly id: string; readonly text: string | null }): ReactElement {
  const t = useWords(sensorWords)
  const [copied, setCopied] = useState(false)
  if (text === null) return <Note tone="soon">{t('keyGone')}</Note>
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className="once">
      <p>
        {t('deviceId')} <code>{id}</code>
      </p>
      <p>{t('keyOnce')}</p>
      <code>{text}</code>
      <Button size="small" onClick={() => void copy()}>
        {copied ? t('copied') : t('copy')}
      </Button>
    </div>
  )
}
