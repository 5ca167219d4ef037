import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import { type Route, route } from '#platform/route'
import { csvStream } from '#platform/spreadsheet'
import { pauseRun, resumeRun, type RunMove, undoRun } from '../commands/control.ts'
import { badRows } from '../queries/bad-rows.ts'
import { allProblems, type OwnRun, ownRun, runReport, runs } from '../queries/runs.ts'
import { importers } from '../registers.ts'
import { Id, Paging, Report, RunPage } from './schemas.ts'

const list = route({
  method: 'get',
  path: '/api/imports',
  operation: 'listImports',
  tag: 'imports',
  access: importers,
  scope: 'area',
  say: { zh: '导入记录', en: 'List imports' },
  query: Paging,
  answers: { 200: RunPage },
  handle: (ctx, { query }) => runs(ctx, query),
})

const one = route({
  method: 'get',
  path: '/api/imports/{id}',
  operation: 'getImport',
  tag: 'imports',
  access: importers,
  scope: 'area',
  say: { zh: '一次导入的进度和结果', en: 'How far an import is, and what it found' },
  params: Id,
  answers: { 200: Report },
  handle: (ctx, { params }) => runReport(ctx, params.id),
})

const problems = route({
  method: 'get',
  path: '/api/imports/{id}/problems.csv',
  operation: 'getImportProblems',
  tag: 'imports',
  access: importers,
  scope: 'area',
  say: { zh: '每一行的问题（CSV）', en: 'What was found in each row (CSV)' },
  params: Id,
  answers: { 200: null },
  handle: async (ctx, { params, http }) => {
    const found = await allProblems(ctx, params.id)
    const rows = async function* () {
      for await (const { line, kind, code, say, column, value } of found) yield [line, kind, code, say.zh, say.en, column, value]
    }
    http.header('content-disposition', 'attachment; filename="problems.csv"')
    http.send(
      'text/csv; charset=utf-8',
      csvStream(['行 line', '种类 kind', '代码 code', '原因', 'reason', '列 column', '内容 value'], rows()),
    )
    return undefined
  },
})

const rows = route({
  method: 'get',
  path: '/api/imports/{id}/bad-rows.csv',
  operation: 'getImportBadRows',
  tag: 'imports',
  access: importers,
  scope: 'area',
  say: {
    zh: '没有收下的行和原因（CSV），改好后可以再导入',
    en: 'The rows that were not taken in, with the reason (CSV), to be mended and imported',
  },
  params: Id,
  answers: { 200: null },
  handle: async (ctx, { params, http }) => {
    const run = await ownRun(ctx, params.id)
    const bad = await badRows(ctx, run)
    await audit(ctx, { action: 'import.rowsShown', object: { kind: 'import', id: run.id }, post: null, facts: { target: run.target } })
    http.header('content-disposition', 'attachment; filename="bad-rows.csv"')
    http.send('text/csv; charset=utf-8', csvStream(bad.header, bad.rows))
    return undefined
  },
})

function move(name: RunMove, operation: string, say: Say, run: (ctx: Context, row: OwnRun) => Promise<void>): Route {
  return route({
    method: 'post',
    path: `/api/imports/{id}/${name}`,
    operation,
    tag: 'imports',
    access: importers,
    scope: 'area',
    say,
    params: Id,
    answers: { 200: Report },
    handle: async (ctx, { params }) => {
      await run(ctx, await ownRun(ctx, params.id))
      return runReport(ctx, params.id)
    },
    again: (ctx, _id, { params }) => runReport(ctx, params.id),
  })
}

/** Imports as they go: how far, what was found, paused, resumed, undone. */
export const runRoutes: readonly Route[] = [
  list,
  one,
  problems,
  rows,
  move('pause', 'pauseImport', { zh: '暂停导入', en: 'Lay an import aside' }, pauseRun),
  move('resume', 'resumeImport', { zh: '接着导入', en: 'Resume an import where it stopped' }, resumeRun),
  move('undo', 'undoImport', { zh: '撤销整次导入', en: 'Undo a whole import, while nothing depends on it' }, undoRun),
]
