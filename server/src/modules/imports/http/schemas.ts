import { z } from 'zod'
import { ColumnMapping } from '../domain/columns.ts'
import { Mapping } from '../domain/mapping.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

export const ImportQuery = z.strictObject({ mapping: z.string().max(60).optional(), dry: z.stringbool().default(false) })
export const Paging = z.strictObject({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export const Id = z.strictObject({ id: z.string().max(64) })

const RegisterName = z.string().regex(/^[a-z][a-zA-Z-]{0,39}$/)
/** What a file came from, as the clerks call it. */
const Source = z.string().trim().min(1).max(60)

export const Run = z
  .object({
    id: z.string(),
    target: z.string(),
    targetSay: Words,
    system: z.string(),
    area: z.string(),
    dry: z.boolean(),
    fileName: z.string(),
    fileBytes: z.number().int(),
    state: z.enum(['waiting', 'running', 'paused', 'done', 'failed', 'undone']),
    share: z.number().int(),
    by: z.string().nullable(),
    submittedAt: z.string(),
    finishedAt: z.string().nullable(),
    rows: z.number().int(),
    taken: z.number().int(),
    already: z.number().int(),
    unread: z.number().int(),
    odd: z.number().int(),
    answered: z.number().int(),
    failure: z.object({ code: z.string(), say: Words }).nullable(),
  })
  .meta({ id: 'ImportRun' })

const kind = z.enum(['unread', 'odd'])

export const Report = z
  .object({
    ...Run.shape,
    found: z.array(z.object({ code: z.string(), kind, say: Words, n: z.number().int() })),
    problems: z.array(
      z.object({
        line: z.number().int(),
        code: z.string(),
        kind,
        say: Words,
        column: z.string().nullable(),
        columnSay: Words.nullable(),
        value: z.string().nullable(),
      }),
    ),
    moves: z.array(z.enum(['pause', 'resume', 'undo'])),
    file: z.string().nullable(),
    mapping: ColumnMapping.nullable(),
  })
  .meta({ id: 'ImportReport' })

export const RunPage = z.object({ items: z.array(Run), next: z.string().nullable() }).meta({ id: 'ImportRunPage' })

export const Mappings = z
  .object({ items: z.array(z.object({ name: z.string(), say: Words, mapping: Mapping })) })
  .meta({ id: 'ImportMappings' })

export const FileCard = z.object({ id: z.string(), name: z.string(), bytes: z.number().int() }).meta({ id: 'ImportFile' })

export const Registers = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        title: Words,
        columns: z.array(z.object({ name: z.string(), title: Words, required: z.boolean() })),
        sources: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ImportRegisters' })

export const PreviewQuery = z.strictObject({
  register: RegisterName,
  source: Source.optional(),
  sheet: z.string().max(60).optional(),
  headerLine: z.coerce.number().int().min(1).max(50).optional(),
})

export const PreviewCard = z
  .object({
    file: z.string(),
    fileName: z.string(),
    fileBytes: z.number().int(),
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
    headerLine: z.number().int(),
    delimiter: z.string(),
    headers: z.array(z.object({ name: z.string(), example: z.string() })),
    suggested: ColumnMapping.shape.columns,
    known: z.boolean(),
  })
  .meta({ id: 'ImportPreview' })

export const IntoRegister = z
  .strictObject({
    register: RegisterName,
    source: Source,
    file: z.string().max(64),
    mapping: ColumnMapping,
    dry: z.boolean().default(false),
  })
  .meta({ id: 'ImportIntoRegister' })
