import type { Context } from '#platform/context'
import { listCategories } from '#modules/catalogue'
import { isCreditCode } from '#platform/vault'
import type { Known } from '../domain/read-row.ts'

/** What rows of files are read by: the component types in use, and what a credit code is. */
export async function knownFor(ctx: Context): Promise<Known> {
  const all = (await listCategories(ctx, { kind: 'component' })).flatMap((group) => group.items)
  const words = all.flatMap((one) => [one.class, one.name.zh, one.name.en].map((word): [string, string] => [word, one.class]))
  const names = new Map(all.map((one) => [one.class, one.name.zh]))
  return { isCreditCode, byWord: new Map(words), nameOf: (type) => names.get(type) ?? type }
}
