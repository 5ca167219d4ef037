import { created, type Route, route } from '#platform/route'
import { keepFile } from '../commands/files.ts'
import { submitRegister } from '../commands/submit.ts'
import { ownFile, previewFile, registerOf, registersFor } from '../queries/preview.ts'
import { runReport } from '../queries/runs.ts'
import { importers, mostOf } from '../registers.ts'
import { readComing } from './read-parts.ts'
import { FileCard, Id, IntoRegister, PreviewCard, PreviewQuery, Registers, Report } from './schemas.ts'

const list = route({
  method: 'get',
  path: '/api/imports/registers',
  operation: 'listImportRegisters',
  tag: 'imports',
  access: importers,
  scope: 'none',
  say: { zh: '可以导入的台账和它们的列', en: 'List the registers that you may import into, with their columns' },
  answers: { 200: Registers },
  handle: async (ctx) => ({ items: await registersFor(ctx) }),
})

const upload = route({
  method: 'post',
  path: '/api/imports/files',
  operation: 'keepImportFile',
  tag: 'imports',
  access: importers,
  scope: 'none',
  say: {
    zh: '交一个 CSV 或 XLSX 文件（最大 1 GB），加密分块保存，一天内用它导入',
    en: 'Hand in a CSV or XLSX file (1 GB at most); it is kept sealed, in pieces, for a day to be imported',
  },
  answers: { 201: FileCard },
  write: 'none',
  multipart: true,
  limit: 20,
  handle: async (ctx, { http }) => {
    const { id, name, bytes } = await readComing(http, ({ source, fileName }) => keepFile(ctx, mostOf(ctx), fileName, source))
    return created(id, { id, name, bytes })
  },
})

const preview = route({
  method: 'get',
  path: '/api/imports/files/{id}',
  operation: 'previewImportFile',
  tag: 'imports',
  access: importers,
  scope: 'own',
  say: { zh: '文件里有哪些列，和台账怎样对应', en: 'Which columns a file has, and how they may be understood' },
  params: Id,
  query: PreviewQuery,
  answers: { 200: PreviewCard },
  handle: (ctx, { params, query }) => previewFile(ctx, params.id, query),
})

const submit = route({
  method: 'post',
  path: '/api/imports',
  operation: 'importRegister',
  tag: 'imports',
  access: importers,
  scope: 'area',
  say: {
    zh: '把交上来的文件导入一个台账，在后台收下；dry 为 true 只试不收',
    en: 'Import a file that was handed in into a register, in the background; dry only tries',
  },
  body: IntoRegister,
  answers: { 201: Report },
  handle: async (ctx, { body }) => {
    const { source, mapping, dry } = body
    const id = await submitRegister(ctx, { register: registerOf(body.register), file: await ownFile(ctx, body.file), source, mapping, dry })
    return created(id, await runReport(ctx, id))
  },
  again: (ctx, id) => runReport(ctx, id),
})

/** Files that become rows of a register. */
export const registerRoutes: readonly Route[] = [list, upload, preview, submit]
