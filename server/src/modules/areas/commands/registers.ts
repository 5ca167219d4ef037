import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { isCode, scopeOf } from '../domain/code.ts'
import type { SizeLimit } from '../domain/limits.ts'
import { keeperPost, missing } from '../domain/permit.ts'
import { atlasOf } from '../queries/atlas.ts'
import { allSets, type AreaSet, writeLimit, writeSet } from '../sql/registers.ts'

/** Sets how many households a kind of grid has in an area, or takes the setting back. @throws Refusal `areas.missing` (404) */
export async function setLimit(
  ctx: Context,
  code: string,
  kind: SizeLimit['kind'],
  limit: { least: number; most: number } | null,
): Promise<string> {
  const area = (await atlasOf(ctx)).find(code)
  const post = keeperPost(ctx.actor, isCode(code) ? scopeOf(code) : code)
  if (!area) throw missing()
  await writeLimit(ctx.db, area.code, kind, limit, ctx.now)
  await audit(ctx, {
    action: 'area.limited',
    object: { kind: 'area', id: area.code },
    facts: { kind, least: limit?.least ?? null, most: limit?.most ?? null },
    post,
  })
  return area.code
}

/**
 * Keeps a named set of areas that crosses the tree: a development zone, the buildings of one employer. Who keeps it must keep
 * every area in it, those it had before too.
 * @throws Refusal `areas.missing` (404), `areas.set-unknown-area` (422)
 */
export async function keepSet(ctx: Context, set: AreaSet): Promise<string> {
  const atlas = await atlasOf(ctx)
  const before = (await allSets(ctx.db)).find((one) => one.code === set.code)
  const codes = set.areas.map((code) => (isCode(code) ? scopeOf(code) : code))
  const [post] = [...codes, ...(before?.areas ?? [])].map((code) => keeperPost(ctx.actor, code))
  const unknown = codes.find((code) => !atlas.find(code))
  if (unknown !== undefined) {
    throw refuse('invalid', 'areas.set-unknown-area', { zh: `没有区域 ${unknown}。`, en: `There is no area ${unknown}.` })
  }
  const areas = [...new Set(codes)].sort()
  await writeSet(ctx.db, { ...set, areas }, ctx.now)
  await audit(ctx, { action: 'areaSet.kept', object: { kind: 'areaSet', id: set.code }, facts: { areas }, post: post ?? null })
  return set.code
}
