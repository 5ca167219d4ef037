import { audit } from '#platform/audit'
import type { Context, Post, Role } from '#platform/context'
import { statement } from '#platform/db'
import { cityRegion, newId } from '#platform/ids'
import { onceIn } from '#platform/once'
import type { Register } from '#platform/register'
import { refuse } from '#platform/refusal'
import { cellText } from '../domain/cells.ts'
import { type ColumnMapping, mappingFaults } from '../domain/columns.ts'
import type { Mapping } from '../domain/mapping.ts'
import { missingColumns } from '../domain/read-row.ts'
import { type Layout, openTable } from '../reading/open.ts'
import { casesTarget } from '../registers.ts'
import type { FileRow } from '../sql/files.ts'
import { keepMapping } from '../sql/mappings.ts'
import { type NewRun, runIn } from '../sql/runs.ts'
import { forgetFile, keepFile, sealedBytes, unreadable } from './files.ts'
import { layoutOf } from './run.ts'

/** A file and how its rows become matters. */
export interface Submitted {
  readonly source: AsyncIterable<Buffer>
  readonly fileName: string
  readonly mapping: Mapping
  /** Only try: say what would be taken in, and take in nothing. */
  readonly dry: boolean
}

async function headerOf(ctx: Context, file: FileRow, layout: Layout): Promise<readonly string[]> {
  try {
    for await (const row of openTable(sealedBytes(ctx, file), layout)) return row.cells ?? []
  } catch {
    throw unreadable()
  }
  throw unreadable()
}

/** The post by which somebody may bring a file for this: of several the one with the widest area. @throws Refusal `imports.not-yours` (403) */
export function importPost(ctx: Context, { by }: { readonly by: readonly Role[] }): Post {
  const [post] = ctx.actor.posts.filter((one) => by.includes(one.role)).toSorted((a, b) => a.area.length - b.area.length)
  if (post) return post
  throw refuse('forbidden', 'imports.not-yours', {
    zh: '您的岗位不能导入这一类。如有需要，请联系本单位的系统管理员。',
    en: 'None of your posts may import this. Ask your system administrator if you need it.',
  })
}

function lacking(columns: readonly string[]) {
  const names = columns.slice(0, 10).join('、')
  return refuse('invalid', 'imports.columns', { zh: `文件里缺少这些列：${names}。`, en: `The file lacks these columns: ${names}.` })
}

/** Enters the run, with its request's key where the platform has not kept it, and a trace. */
async function enter(ctx: Context, run: NewRun): Promise<string> {
  const sql = statement()
  runIn(sql, run, ctx.now)
  onceIn(sql, ctx.db.inTransaction ? null : ctx.once, 201, run.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
  const { target, dry, file_bytes: bytes } = run
  // Systems of matters have codes; sources of registers are called in words, which no trace holds.
  const system = target === casesTarget.name ? { system: run.system } : {}
  await audit(ctx, {
    action: 'import.submitted',
    object: { kind: 'import', id: run.id },
    post: run.post.id,
    facts: { target, ...system, dry, bytes },
  })
  return run.id
}

function runOf(ctx: Context, post: Post, file: FileRow, how: Pick<NewRun, 'target' | 'system' | 'mapping' | 'dry'>): NewRun {
  return {
    id: newId(cityRegion, ctx.now),
    area: post.area,
    file: file.id,
    file_name: file.name,
    file_bytes: file.bytes,
    account: ctx.actor.id,
    post,
    ...how,
  }
}

/**
 * Takes a file in whose rows become matters, or tries it, in the background. Gives the run's id.
 * @throws Refusal `imports.unreadable` (422: no table, or one that unpacks to too much), `imports.columns` (422: the columns that the mapping names and the file lacks),
 * and what `keepFile` refuses
 */
export async function submitImport(ctx: Context, { source, fileName, mapping, dry }: Submitted): Promise<string> {
  const post = importPost(ctx, casesTarget)
  const file = await keepFile(ctx, post.area, fileName, source)
  try {
    const how = { target: casesTarget.name, system: mapping.system, mapping, dry }
    const missing = missingColumns(mapping, await headerOf(ctx, file, layoutOf(how, file.encoding)))
    if (missing.length > 0) throw lacking(missing)
    return await enter(ctx, runOf(ctx, post, file, how))
  } catch (error) {
    await forgetFile(ctx, file.id) // what it was brought for is not done: nobody else knows of it
    throw error
  }
}

/** A file that is there, and how its rows become rows of a register. */
export interface IntoRegister {
  readonly register: Register
  readonly file: FileRow
  readonly source: string
  readonly mapping: ColumnMapping
  readonly dry: boolean
}

/**
 * Makes a file into rows of a register, or tries it, in the background; what was said of its columns is kept for the source. Gives the run's id.
 * @throws Refusal `imports.not-yours` (403), `imports.unreadable` (422), `imports.columns` (422: the file lacks what the mapping names),
 * `imports.unmapped` (422: columns that the register asks for)
 */
export async function submitRegister(ctx: Context, { register, file, source, mapping, dry }: IntoRegister): Promise<string> {
  const post = importPost(ctx, register)
  const how = { target: register.name, system: source, mapping, dry }
  const header = (await headerOf(ctx, file, layoutOf(how, file.encoding))).map(cellText)
  const { missing, unknown } = mappingFaults(mapping, register.columns, header)
  if (unknown.length > 0) throw lacking(unknown)
  if (missing.length > 0) {
    throw refuse('invalid', 'imports.unmapped', {
      zh: `这些列必须有：${missing.map((one) => one.title.zh).join('、')}。请选出文件里的哪一列是它们。`,
      en: `These columns are needed: ${missing.map((one) => one.title.en).join(', ')}. Choose which columns of the file they are.`,
    })
  }
  await keepMapping(ctx.db, register.name, source, post.area, mapping.columns, ctx.now)
  return enter(ctx, runOf(ctx, post, file, how))
}
