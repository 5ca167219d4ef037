import { Problem } from '@linli/api'
import { Icon } from '@linli/ui'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useWords } from '../../app/language.ts'
import { pickerWords } from './words.ts'

interface Uploaded {
  readonly id: string
  readonly url: string
}

interface PhotoFieldProps {
  readonly id?: string
  readonly value: readonly string[]
  readonly max: number
  readonly onChange: (ids: readonly string[]) => void
}

async function upload(file: File): Promise<Uploaded> {
  const form = new FormData()
  form.set('photo', file)
  return api.post<Uploaded>('/api/public/files', form)
}

/** Photos beside an answer: chosen from this computer, sent at once, shown small. */
export function PhotoField({ id, value, max, onChange }: PhotoFieldProps): ReactElement {
  const t = useWords(pickerWords)
  const input = useRef<HTMLInputElement>(null)
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const add = async (files: readonly File[]): Promise<void> => {
    setBusy(true)
    setProblem('')
    let ids = value
    for (const file of files.slice(0, max - value.length)) {
      try {
        const made = await upload(file)
        ids = [...ids, made.id]
        setUrls((before) => ({ ...before, [made.id]: made.url }))
        onChange(ids)
      } catch (error) {
        setProblem(`${file.name}: ${error instanceof Problem ? error.detail || error.code : ''}`)
      }
    }
    setBusy(false)
  }
  return (
    <div className="photos">
      {value.map((photo, index) => (
        <span key={photo} className="photo">
          <img src={urls[photo] ?? `/api/files/${photo}`} alt="" />
          <button
            type="button"
            className="photo-remove"
            aria-label={t('removePhoto', { n: index + 1 })}
            onClick={() => onChange(value.filter((one) => one !== photo))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      {value.length < max && (
        <button type="button" className="photo-add" disabled={busy} onClick={() => input.current?.click()}>
          <Icon name="photo" />
          {busy ? t('uploading') : t('addPhoto')}
        </button>
      )}
      <input
        ref={input}
        {...(id !== undefined && { id })}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {problem !== '' && (
        <p className="question-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
