import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../app/language.ts'
import { formWords } from './words.ts'

interface FileFieldProps {
  readonly id: string
  readonly accept: string
  readonly onChange: (text: string | undefined) => void
}

/** A text file (CSV, GeoJSON) whose content is the answer. */
export function FileField({ id, accept, onChange }: FileFieldProps): ReactElement {
  const t = useWords(formWords)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<File | null>(null)
  return (
    <div className="row">
      <Button id={id} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      {chosen && <span>{t('chosen', { name: chosen.name, size: Math.ceil(chosen.size / 1024) })}</span>}
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0] ?? null
          setChosen(file)
          if (file) void file.text().then(onChange)
          else onChange(undefined)
        }}
      />
    </div>
  )
}
