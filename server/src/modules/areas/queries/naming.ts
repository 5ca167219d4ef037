import type { Context } from '#platform/context'
import type { NameOf } from '#platform/audit'
import { atlasOf } from './atlas.ts'

const named: ReadonlySet<string> = new Set(['area', 'areas', 'grid', 'successors', 'from'])

/** What the codes of areas are called on the audit page: the name, and the code that tells two of one name apart. */
export async function naming(ctx: Context): Promise<NameOf> {
  const atlas = await atlasOf(ctx)
  return (fact, value) => {
    const area = named.has(fact) ? atlas.find(value) : null
    return area ? { zh: `${area.name}（${area.code}）`, en: `${area.name} (${area.code})` } : null
  }
}
