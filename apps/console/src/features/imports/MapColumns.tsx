import { Attempts } from '@linli/api'
import type { Problem, Schemas } from '@linli/api'
import { ErrorState, Skeleton } from '@linli/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { api } from '../../app/api.ts'
import { useSay, useWords } from '../../app/language.ts'
import { troubleOf } from '../../app/trouble.ts'
import { Note } from '../../parts/Note.tsx'
import { Question } from '../../parts/Question.tsx'
import type { Columns, ImportRegister, Report } from './types.ts'
import { importWords } from './words.ts'

type Preview = Schemas['ImportPreview']

export interface HandedIn {
  readonly file: string
  readonly register: ImportRegister
  readonly source: string
}

interface Where {
  readonly sheet?: string
  readonly headerLine?: number
}

/** Which sheet of a workbook, and in which of its rows the columns are named. */
function WhereField({ preview, onChange }: { readonly preview: Preview; readonly onChange: (where: Where) => void }): ReactElement {
  const t = useWords(importWords)
  const { sheets, sheet, headerLine } = preview
  return (
    <div className="row">
      {sheets.length > 1 && (
        <Question id="import-sheet" label={t('sheet')}>
          <Select<string>
            id="import-sheet"
            value={sheet ?? ''}
            options={sheets.map((name) => ({ value: name, label: name }))}
            onChange={(chosen) => onChange({ sheet: chosen })}
          />
        </Question>
      )}
      <Question id="import-header" label={t('headerLine')}>
        <InputNumber
          id="import-header"
          min={1}
          max={50}
          value={headerLine}
          onChange={(line) => line !== null && onChange({ ...(sheet !== null && { sheet }), headerLine: line })}
        />
      </Question>
    </div>
  )
}

interface ColumnFieldsProps {
  readonly register: ImportRegister
  readonly preview: Preview
  readonly columns: Columns
  readonly onChange: (columns: Columns) => void
}

/** For each column of the register the one of the file. */
function ColumnFields({ register, preview, columns, onChange }: ColumnFieldsProps): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const set = (name: string, header: string | undefined): void => {
    const others = Object.fromEntries(Object.entries(columns).filter(([key]) => key !== name))
    onChange(header === undefined ? others : { ...others, [name]: header })
  }
  const options = preview.headers.map(({ name, example }) => ({
    value: name,
    label: example === '' ? name : `${name} (${t('example', { text: example })})`,
  }))
  return (
    <div className="import-columns">
      {register.columns.map(({ name, title, required }) => {
        const chosen = columns[name]
        return (
          <Question key={name} id={`column-${name}`} label={required ? `${say(title)} · ${t('needed')}` : say(title)}>
            <Select<string>
              id={`column-${name}`}
              className="picker"
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('leftOut')}
              {...(typeof chosen === 'string' && { value: chosen })}
              options={options}
              onChange={(header: string | undefined) => set(name, header)}
            />
          </Question>
        )
      })}
    </div>
  )
}

interface MapFormProps {
  readonly handed: HandedIn
  readonly preview: Preview
  readonly onWhere: (where: Where) => void
  readonly onDone: (id: string) => void
  readonly onBack: () => void
}

function MapForm({ handed, preview, onWhere, onDone, onBack }: MapFormProps): ReactElement {
  const t = useWords(importWords)
  const say = useSay()
  const { file, register, source } = handed
  const [columns, setColumns] = useState<Columns>(preview.suggested)
  const [attempts] = useState(() => new Attempts())
  const send = useMutation<Report, Problem, boolean>({
    mutationFn: (dry) => {
      const { headerLine, delimiter, sheet } = preview
      const mapping = { columns, headerLine, delimiter, ...(sheet !== null && { sheet }) }
      return api.post('/api/imports', { register: register.name, source, file, mapping, dry }, { attempts })
    },
    onSuccess: (report) => onDone(report.id),
  })
  const missing = register.columns.filter((column) => column.required && columns[column.name] === undefined)
  return (
    <div className="stack">
      <h2>{t('columns')}</h2>
      <p>
        {preview.fileName} → {say(register.title)}
      </p>
      <p className="quiet">{t(preview.known ? 'columnsKnown' : 'columnsGuessed')}</p>
      <WhereField preview={preview} onChange={onWhere} />
      <ColumnFields register={register} preview={preview} columns={columns} onChange={setColumns} />
      {missing.length > 0 && <Note tone="soon">{t('missing', { names: missing.map((one) => say(one.title)).join('、') })}</Note>}
      {send.error && (
        <Note tone="late" alert>
          {send.error.detail || send.error.code}
        </Note>
      )}
      <div className="row">
        <Button type="primary" disabled={missing.length > 0} loading={send.isPending} onClick={() => send.mutate(true)}>
          {t('try')}
        </Button>
        <Button disabled={missing.length > 0 || send.isPending} onClick={() => send.mutate(false)}>
          {t('importNow')}
        </Button>
        <Button type="text" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  )
}

/** The columns of a file that was handed in, beside those of the register; tried or imported from here. */
export function MapColumns({
  handed,
  onDone,
  onBack,
}: {
  readonly handed: HandedIn
  readonly onDone: (id: string) => void
  readonly onBack: () => void
}): ReactElement {
  const [where, setWhere] = useState<Where>({})
  const { file, register, source } = handed
  const preview = useQuery({
    queryKey: ['import-preview', file, register.name, source, where],
    queryFn: () => api.get<Preview>(`/api/imports/files/${file}`, { register: register.name, source, ...where }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (preview.isPending) return <Skeleton shape="matter" />
  if (preview.error) return <ErrorState trouble={troubleOf(preview.error)} onRetry={() => void preview.refetch()} />
  const { sheet, headerLine } = preview.data
  return (
    <MapForm key={`${sheet} ${headerLine}`} handed={handed} preview={preview.data} onWhere={setWhere} onDone={onDone} onBack={onBack} />
  )
}
