import type { Problem, Schemas } from '@linli/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Select } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api, queries } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { useIs } from '../../app/roles.ts'
import { Note } from '../../parts/Note.tsx'
import { Question } from '../../parts/Question.tsx'
import { FilePick, formOf } from './FilePick.tsx'
import { IntoCases } from './IntoCases.tsx'
import { MapColumns } from './MapColumns.tsx'
import type { HandedIn } from './MapColumns.tsx'
import type { ImportRegister } from './types.ts'
import { importWords } from './words.ts'

interface IntoRegisterProps {
  readonly register: ImportRegister
  readonly onHanded: (handed: HandedIn) => void
}

/** Where a file comes from, and the file itself; it is sent before its columns are asked for. */
function IntoRegister({ register, onHanded }: IntoRegisterProps): ReactElement {
  const t = useWords(importWords)
  const [file, setFile] = useState<File | null>(null)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const source = typed.trim()
  const send = useMutation<Schemas['ImportFile'], Problem, File>({
    mutationFn: (wanted) => api.post('/api/imports/files', formOf(wanted)),
    onSuccess: ({ id }) => onHanded({ file: id, register, source }),
  })
  const submit = (): void => {
    setAsked(true)
    if (file && source !== '') send.mutate(file)
  }
  return (
    <>
      <Question id="import-source" label={t('source')} help={t('sourceHelp')}>
        <AutoComplete
          id="import-source"
          className="picker"
          value={typed}
          maxLength={60}
          options={register.sources.filter((one) => one.includes(source)).map((one) => ({ value: one }))}
          onChange={setTyped}
        />
      </Question>
      <Question id="import-file" label={t('file')} help={t('fileHelp')}>
        <FilePick id="import-file" file={file} onPick={setFile} />
      </Question>
      {asked && (!file || source === '') && <Note tone="soon">{t('noFile')}</Note>}
      {send.error && (
        <Note tone="late" alert>
          {send.error.detail || send.error.code}
        </Note>
      )}
      <div className="row">
        <Button type="primary" loading={send.isPending} onClick={submit}>
          {t('next')}
        </Button>
      </div>
    </>
  )
}

/** Hands a file in: what it becomes, where it comes from, which column is which; tried, or taken in, in the background. */
export function NewImport({ onDone }: { readonly onDone: (id: string) => void }): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const mayImportCases = [useIs('systemAdmin'), useIs('dispatcher')].some(Boolean)
  const [target, setTarget] = useState<string | undefined>()
  const [handed, setHanded] = useState<HandedIn | null>(null)
  const registers = useQuery({
    queryKey: ['import-registers'],
    queryFn: () => api.get<Schemas['ImportRegisters']>('/api/imports/registers'),
  })
  const done = (id: string): void => {
    void queries.invalidateQueries({ queryKey: ['imports'] })
    void queries.invalidateQueries({ queryKey: ['import-registers'] })
    onDone(id)
  }
  if (handed) return <MapColumns handed={handed} onDone={done} onBack={() => setHanded(null)} />
  const register = registers.data?.items.find((one) => one.name === target)
  return (
    <div className="stack">
      <h2>{t('start')}</h2>
      <Question id="import-target" label={t('what')}>
        <Select<string>
          id="import-target"
          className="picker"
          loading={registers.isFetching}
          {...(target !== undefined && { value: target })}
          options={[
            ...(registers.data?.items ?? []).map((one) => ({ value: one.name, label: say(one.title) })),
            ...(mayImportCases ? [{ value: 'cases', label: t('cases') }] : []),
          ]}
          onChange={setTarget}
        />
      </Question>
      {target === 'cases' && <IntoCases onDone={done} />}
      {register && <IntoRegister key={register.name} register={register} onHanded={setHanded} />}
    </div>
  )
}
