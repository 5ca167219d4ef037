import { address, Attempts } from '@linli/api'
import type { Problem, Schemas } from '@linli/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { Note } from '../../parts/Note.tsx'
import { Question } from '../../parts/Question.tsx'
import { FilePick, formOf } from './FilePick.tsx'
import type { Report } from './types.ts'
import { importWords } from './words.ts'

/** A file whose rows become matters, by a mapping that has a name. */
export function IntoCases({ onDone }: { readonly onDone: (id: string) => void }): ReactElement {
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
    onSuccess: (report) => onDone(report.id),
  })
  const submit = (): void => {
    setAsked(true)
    if (file && mapping !== undefined) send.mutate({ file, mapping })
  }
  return (
    <>
      <Question id="import-file" label={t('file')} help={t('fileHelp')}>
        <FilePick id="import-file" file={file} onPick={setFile} />
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
      {asked && (!file || mapping === undefined) && <Note tone="soon">{t('noMapping')}</Note>}
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
    </>
  )
}
