import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { standing } from '../domain/area.ts'
import type { Atlas } from '../domain/atlas.ts'
import { searchAtlas } from '../domain/atlas.ts'
import { isCode, type Level, scopeOf } from '../domain/code.ts'
import { missing } from '../domain/permit.ts'
import { edition, featuresOf, type StoredArea } from '../sql/areas.ts'
import { aliasesOf, allLimits, allSets } from '../sql/registers.ts'
import { atlasOf } from './atlas.ts'

/** An area with what a list shows of it. */
export interface AreaLine extends StoredArea {
  readonly standing: ReturnType<typeof standing>
  /** How many areas stand directly below. */
  readonly below: number
}

function lineOf(atlas: Atlas<StoredArea>, area: StoredArea, day: string): AreaLine {
  const below = atlas.below(area.code).filter((child) => standing(child, day) === 'standing').length
  return { ...area, standing: standing(area, day), below }
}

export interface ListAsked {
  readonly parent?: string | undefined
  readonly scope?: string | undefined
  readonly level?: Level | undefined
  readonly q?: string | undefined
  /** Also those that stand no longer, or not yet. */
  readonly all: boolean
  readonly after?: string | undefined
  readonly limit: number
}

function candidates(atlas: Atlas<StoredArea>, asked: ListAsked, day: string): readonly StoredArea[] {
  if (asked.q) return searchAtlas(atlas, asked.q, day, asked.limit)
  if (asked.parent !== undefined) return atlas.find(asked.parent) ? atlas.below(asked.parent) : []
  if (asked.scope === undefined && asked.level === undefined) return atlas.below(null)
  const scope = asked.scope && isCode(asked.scope) ? scopeOf(asked.scope) : ''
  return [...atlas.all.values()].filter((area) => area.code.startsWith(scope))
}

/** One page of areas: the children of one, everything of a level in a scope, the top of the tree, or what a search finds. */
export async function listAreas(ctx: Context, asked: ListAsked): Promise<{ items: AreaLine[]; next: string | null }> {
  const atlas = await atlasOf(ctx)
  const day = localDate(ctx.now)
  const fitting = candidates(atlas, asked, day)
    .filter((area) => asked.level === undefined || area.level === asked.level)
    .filter((area) => asked.all || standing(area, day) === 'standing')
    .filter((area) => asked.q !== undefined || asked.after === undefined || area.code > asked.after)
  const items = fitting.slice(0, asked.limit)
  const next = asked.q === undefined && fitting.length > items.length ? (items.at(-1)?.code ?? null) : null
  return { items: items.map((area) => lineOf(atlas, area, day)), next }
}

export interface AreaPage extends AreaLine {
  readonly path: readonly { readonly code: string; readonly name: string }[]
  readonly aliases: readonly { readonly scheme: string; readonly external: string; readonly note: string }[]
  readonly sets: readonly { readonly code: string; readonly name: string }[]
  readonly limits: readonly { readonly kind: string; readonly least: number; readonly most: number }[]
}

/** Everything known of one area. @throws Refusal `areas.missing` (404) */
export async function areaPage(ctx: Context, code: string): Promise<AreaPage> {
  const atlas = await atlasOf(ctx)
  const area = atlas.find(code)
  if (!area) throw missing()
  const [aliases, sets, limits] = await Promise.all([aliasesOf(ctx.db, area.code), allSets(ctx.db), allLimits(ctx.db)])
  return {
    ...lineOf(atlas, area, localDate(ctx.now)),
    path: atlas.path(area.code).map((step) => ({ code: step.code, name: step.name })),
    aliases,
    sets: sets.filter((set) => set.areas.includes(area.code)).map((set) => ({ code: set.code, name: set.name })),
    limits: limits.filter((limit) => limit.area === area.code).map(({ kind, least, most }) => ({ kind, least, most })),
  }
}

/** The borders of one level in a scope as GeoJSON text, WGS-84, with a tag that changes when any area does. */
export async function borders(ctx: Context, scope: string, level: Level): Promise<{ tag: string; text: () => Promise<string> }> {
  const day = localDate(ctx.now)
  const code = isCode(scope) ? scopeOf(scope) : ''
  return { tag: `"${await edition(ctx.db)}-${code}-${level}-${day}"`, text: () => featuresOf(ctx.db, code, level, day) }
}
