import { Readable } from 'node:stream'
import type { Actor, Context } from '#platform/context'
import { allProblems, type Mapping, runReport, submitImport, workOnNext } from '#modules/imports'

/** What an import said at its end, with every problem of its rows. */
export interface ImportResult {
  readonly rows: number
  readonly taken: number
  readonly already: number
  readonly unread: number
  readonly odd: number
  readonly answered: number
  readonly found: readonly { readonly code: string; readonly n: number }[]
  readonly problems: readonly {
    readonly line: number
    readonly code: string
    readonly kind: string
    readonly value: string | null
    readonly say: { readonly zh: string; readonly en: string }
  }[]
}

/** Hands a file in and works until it is done: the ordinary import, without HTTP. */
export async function runImport(ctx: Context, importer: Actor, bytes: Buffer, mapping: Mapping): Promise<ImportResult> {
  const mine = { ...ctx, actor: importer }
  const id = await submitImport(mine, { source: Readable.from([bytes]), fileName: 'replay.csv', mapping, dry: false })
  while (await workOnNext(ctx));
  const report = await runReport(mine, id)
  if (report.state !== 'done') throw new Error(`the import ${report.state}: ${report.failure?.code}`)
  const problems = []
  for await (const one of await allProblems(mine, id)) problems.push(one)
  return { ...report, problems }
}
