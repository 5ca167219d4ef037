import { checked } from '#platform/http/problem'
import { refuse } from '#platform/refusal'
import { created, type Route, route } from '#platform/route'
import { submitImport } from '../commands/submit.ts'
import { Mapping } from '../domain/mapping.ts'
import { namedMapping, namedMappings } from '../mappings/index.ts'
import { runReport } from '../queries/runs.ts'
import { casesTarget } from '../registers.ts'
import { readComing } from './read-parts.ts'
import { ImportQuery, Mappings, Report } from './schemas.ts'

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
  access: casesTarget.by,
  scope: 'area',
  say: {
    zh: '导入诉求：交一个 CSV 或 XLSX 文件（mapping 写在 file 之前），在后台收下；dry=true 只试不收',
    en: 'Import matters: hand in a CSV or XLSX file (the field mapping before the file), taken in in the background; dry=true only tries',
  },
  query: ImportQuery,
  answers: { 201: Report },
  write: 'statement',
  multipart: true,
  limit: 20,
  handle: async (ctx, { query, http }) => {
    const id = await readComing(http, async ({ source, fileName, fields }) =>
      submitImport(ctx, { source, fileName, mapping: mappingOf(query.mapping, fields['mapping']), dry: query.dry }),
    )
    return created(id, await runReport(ctx, id))
  },
  again: (ctx, id) => runReport(ctx, id),
})

const mappings = route({
  method: 'get',
  path: '/api/imports/mappings',
  operation: 'listImportMappings',
  tag: 'imports',
  access: casesTarget.by,
  scope: 'none',
  say: { zh: '现成的对应关系', en: 'List the mappings that have a name' },
  answers: { 200: Mappings },
  handle: async () => ({ items: namedMappings }),
})

/** Matters of other systems, by a declared mapping. */
export const caseRoutes: readonly Route[] = [submit, mappings]
