import { Button } from 'antd'
import { useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { importWords } from './words.ts'

interface FilePickProps {
  readonly id: string
  readonly file: File | null
  readonly onPick: (file: File | null) => void
}

/** A file of this computer, as it is: it may be large. */
export function FilePick({ id, file, onPick }: FilePickProps): ReactElement {
  const t = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="row">
      <Button id={id} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      {file && (
        <span>
          {file.name} <span className="quiet">{t('kb', { n: Math.ceil(file.size / 1024) })}</span>
        </span>
      )}
      <input ref={input} type="file" accept=".csv,.txt,.xlsx" hidden onChange={(event) => onPick(event.target.files?.[0] ?? null)} />
    </div>
  )
}

/** A file as a form sends it. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
