import { address, Attempts } from '@linli/api'
import type { Problem, Schemas } from '@linli/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { Question } from '../../parts/Question.tsx'
import type { Report } from './types.ts'
import { importWords } from './words.ts'

function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}

function FilePick({ file, onPick }: { readonly file: File | null; readonly onPick: (file: File | null) => void }): ReactElement {
  const t = useWords(importWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="row">
      <Button id="import-file" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      {file && (
        <span>
          {file.name} <span className="quiet">{t('kb', { n: Math.ceil(file.size / 1024) })}</span>
        </span>
      )}
      <input ref={input} type="file" accept=".csv,.xlsx" hidden onChange={(event) => onPick(event.target.files?.[0] ?? null)} />
    </div>
  )
}

/** Hands a file in: tried, or taken in, in the background. */
export function NewImport({ onDone }: { readonly onDone: (id: string) => void }): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const [file, setFile] = useState<File | null>(null)
  const [mapping, setMapping] = useState<string | undefined>()
  const [dry, setDry] = useState(true)
  const [asked, setAsked] = useState(false)
  const [attempts] = useState(() => new Attempts())
  const mappings = useQuery({
    queryKey: ['mappings'],
    queryFn: () => api.get<Schemas['ImportMappings']>('/api/imports/mappings'),
    staleTime: 600_000,
  })
  const send = useMutation<Report, Problem, { readonly file: File; readonly mapping: string }>({
    mutationFn: (wanted) => api.post(address('/api/imports/cases', { mapping: wanted.mapping, dry }), formOf(wanted.file), { attempts }),
    onSuccess: (report) => {
      void queries.invalidateQueries({ queryKey: ['imports'] })
      onDone(report.id)
    },
  })
  const submit = (): void => {
    setAsked(true)
    if (file && mapping !== undefined) send.mutate({ file, mapping })
  }
  return (
    <div className="stack">
      <h2>{t('start')}</h2>
      <Question id="import-file" label={t('file')}>
        <FilePick file={file} onPick={setFile} />
      </Question>
      <Question id="import-mapping" label={t('mapping')}>
        <Select<string>
          id="import-mapping"
          className="picker"
          loading={mappings.isFetching}
          {...(mapping !== undefined && { value: mapping })}
          options={(mappings.data?.items ?? []).map((one) => ({ value: one.name, label: say(one.say) }))}
          onChange={setMapping}
        />
      </Question>
      <Checkbox checked={dry} onChange={(event) => setDry(event.target.checked)}>
        {t('dry')}
      </Checkbox>
      {asked && (!file || mapping === undefined) && <Note tone="soon">{t('noFile')}</Note>}
      {send.error && (
        <Note tone="late" alert>
          {send.error.detail || send.error.code}
        </Note>
      )}
      <div className="row">
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {t('send')}
        </Button>
      </div>
    </div>
  )
}
