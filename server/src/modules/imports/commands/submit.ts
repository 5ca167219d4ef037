import { audit } from '#platform/audit'
import { type Context, holds, type Post } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import type { Mapping } from '../domain/mapping.ts'
import { missingColumns } from '../domain/read-row.ts'
import { isSafeArchive } from '../reading/archive.ts'
import { openTable } from '../reading/open.ts'
import { isWorkbook } from '../reading/xlsx.ts'
import { insertRun } from '../sql/runs.ts'
import { sealFile } from './sealed-file.ts'

/** A file and how it is to be understood. */
export interface Submitted {
  readonly bytes: Buffer
  readonly fileName: string
  readonly mapping: Mapping
  /** Only try: say what would be taken in, and take in nothing. */
  readonly dry: boolean
}

const unreadable = () =>
  refuse('invalid', 'imports.unreadable', {
    zh: '读不出这个文件。请用 CSV（UTF-8 或 GBK）或 XLSX 文件，第一行写列名。',
    en: 'The file cannot be read. Send CSV (UTF-8 or GBK) or XLSX with the names of the columns in its first row.',
  })

async function headerOf(bytes: Buffer, mapping: Mapping): Promise<readonly string[]> {
  try {
    for await (const row of openTable(bytes, mapping)) return row.cells ?? []
  } catch {
    throw unreadable()
  }
  throw unreadable()
}

/** The post by which somebody may import. */
export function importPost(ctx: Context): Post | null {
  return holds(ctx.actor, ['systemAdmin', 'dispatcher'])
}

/**
 * Takes a file in to be imported, or tried, in the background. Gives the run's id.
 * @throws Refusal `imports.unreadable` (422: no table, or one that unpacks to too much), `imports.columns` (422: the columns that the mapping names and the file lacks)
 */
export async function submitImport(ctx: Context, { bytes, fileName, mapping, dry }: Submitted): Promise<string> {
  const post = importPost(ctx)
  if (!post)
    throw refuse('forbidden', 'imports.not-yours', {
      zh: '只有系统管理员和调度员可以导入。',
      en: 'Only system administrators and dispatchers import.',
    })
  if (isWorkbook(bytes) && !(await isSafeArchive(bytes))) throw unreadable()
  const missing = missingColumns(mapping, await headerOf(bytes, mapping))
  if (missing.length > 0) {
    const names = missing.slice(0, 10).join('、')
    throw refuse('invalid', 'imports.columns', { zh: `文件里缺少这些列：${names}。`, en: `The file lacks these columns: ${names}.` })
  }
  const id = newId(cityRegion, ctx.now)
  const run = {
    id,
    area: post.area,
    mapping,
    dry,
    file_name: fileName.slice(0, 120),
    file_bytes: bytes.length,
    account: ctx.actor.id,
    post,
  }
  await insertRun(ctx, run, sealFile(ctx, bytes))
  await audit(ctx, {
    action: 'import.submitted',
    object: { kind: 'import', id },
    post: post.id,
    facts: { system: mapping.system, dry, bytes: bytes.length },
  })
  return id
}
