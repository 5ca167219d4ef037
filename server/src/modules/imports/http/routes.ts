import { checked } from '#platform/http/problem'
import { refuse } from '#platform/refusal'
import { created, type Route, route } from '#platform/route'
import { csvStream } from '#platform/spreadsheet'
import { submitImport } from '../commands/submit.ts'
import { Mapping } from '../domain/mapping.ts'
import { namedMapping, namedMappings } from '../mappings/index.ts'
import { allProblems, runReport, runs } from '../queries.ts'
import { readParts } from './read-parts.ts'
import { Id, ImportQuery, Mappings, Paging, Report, RunPage } from './schemas.ts'

const access = ['systemAdmin', 'dispatcher'] as const

/** The mapping of a name, or the one that came with the file. */
function mappingOf(name: string | undefined, text: string | undefined): Mapping {
  const named = name === undefined ? null : namedMapping(name)
  if (named) return named
  if (name !== undefined || text === undefined) {
    throw refuse('invalid', 'imports.no-mapping', {
      zh: '没有这个对应关系。请选一个，或随文件附上。',
      en: 'There is no such mapping. Choose one, or send one with the file.',
    })
  }
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw refuse('malformed', 'imports.mapping-json', { zh: '对应关系不是 JSON。', en: 'The mapping is not JSON.' })
  }
  return checked(Mapping, 'mapping', given)
}

const submit = route({
  method: 'post',
  path: '/api/imports/cases',
  operation: 'importCases',
  tag: 'imports',
  access,
  scope: 'area',
  say: {
    zh: '导入诉求：交一个 CSV 或 XLSX 文件，在后台收下；dry=true 只试不收',
    en: 'Import matters: hand in a CSV or XLSX file, taken in in the background; dry=true only tries',
  },
  query: ImportQuery,
  answers: { 201: Report },
  multipart: true,
  limit: 20,
  handle: async (ctx, { query, http }) => {
    const { bytes, fileName, fields } = await readParts(http)
    const id = await submitImport(ctx, { bytes, fileName, mapping: mappingOf(query.mapping, fields['mapping']), dry: query.dry })
    return created(id, await runReport(ctx, id))
  },
  again: (ctx, id) => runReport(ctx, id),
})

const list = route({
  method: 'get',
  path: '/api/imports',
  operation: 'listImports',
  tag: 'imports',
  access,
  scope: 'area',
  say: { zh: '导入记录', en: 'List imports' },
  query: Paging,
  answers: { 200: RunPage },
  handle: (ctx, { query }) => runs(ctx, query),
})

const mappings = route({
  method: 'get',
  path: '/api/imports/mappings',
  operation: 'listImportMappings',
  tag: 'imports',
  access,
  scope: 'none',
  say: { zh: '现成的对应关系', en: 'List the mappings that have a name' },
  answers: { 200: Mappings },
  handle: async () => ({ items: namedMappings }),
})

const one = route({
  method: 'get',
  path: '/api/imports/{id}',
  operation: 'getImport',
  tag: 'imports',
  access,
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
  access,
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

export const importRoutes: readonly Route[] = [submit, list, mappings, one, problems]
