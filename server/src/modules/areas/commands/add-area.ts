import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { type Refusal, refuse } from '#platform/refusal'
import { type Area, type AreaKind, standing } from '../domain/area.ts'
import type { Atlas } from '../domain/atlas.ts'
import { levelOf, parentOf, scopeOf } from '../domain/code.ts'
import { gridName, nextGrid } from '../domain/numbering.ts'
import { keeperPost, missing } from '../domain/permit.ts'
import { type StoredArea, writeAreas } from '../sql/areas.ts'
import { initialsOf } from '../sql/names.ts'
import { type Border, storedBorder } from './borders.ts'
import { writing } from './writing.ts'

export interface NewArea {
  /** For a division; a grid is given its number when it has none. */
  readonly code?: string | undefined
  /** The community of a grid without a code. */
  readonly community?: string | undefined
  readonly name?: string | undefined
  readonly kind: AreaKind
  readonly households?: number | null | undefined
  readonly validFrom?: string | undefined
  readonly border?: Border | undefined
}

function exists(code: string, dropped: boolean): Refusal {
  return dropped
    ? refuse('conflict', 'areas.code-reused', {
        zh: `代码 ${code} 已撤销，撤销的代码不再使用。`,
        en: `The code ${code} was dropped; a dropped code is never used again.`,
      })
    : refuse('conflict', 'areas.exists', { zh: `代码 ${code} 已经存在。`, en: `The code ${code} exists already.` })
}

function codeOf(given: NewArea, atlas: Atlas<StoredArea>): string {
  if (given.code !== undefined) return scopeOf(given.code)
  if (given.community === undefined || given.kind === 'division') {
    throw refuse('invalid', 'areas.code-missing', {
      zh: '请填写区划代码；新网格可以只填所在社区，由系统编号。',
      en: 'Please give the code; a new grid may name its community alone and is numbered here.',
    })
  }
  return nextGrid(given.community, atlas.all.keys())
}

/** Level and kind agree, and what the area is to lie in stands. */
function checkPlace(code: string, kind: AreaKind, above: StoredArea | null, day: string): void {
  if ((levelOf(code) === 'grid') !== (kind !== 'division')) {
    throw refuse('invalid', 'areas.kind-level', {
      zh: '15 位代码是网格，须选综合、专属或微网格；更短的代码是区划。',
      en: 'A code of 15 digits is a grid of one of three kinds; a shorter one is a division.',
    })
  }
  if (code.length > 6 && (!above || standing(above, day) === 'dropped')) {
    throw refuse('invalid', 'areas.parent-missing', {
      zh: '上一级区域不存在或已撤销。',
      en: 'The area above does not exist or was dropped.',
    })
  }
}

/**
 * Adds a division or a grid.
 * @throws Refusal `areas.missing` (404, outside one's area), `areas.exists`, `areas.code-reused`, `areas.numbers-used-up` (409),
 *   `areas.code-malformed`, `areas.code-missing`, `areas.kind-level`, `areas.parent-missing`, `areas.border-broken` (422)
 */
export function addArea(ctx: Context, given: NewArea): Promise<Area> {
  return writing(ctx, async (ctx, atlas) => {
    const day = localDate(ctx.now)
    const code = codeOf(given, atlas)
    const post = keeperPost(ctx.actor, code)
    const above = parentOf(code) === null ? null : atlas.find(parentOf(code) as string)
    checkPlace(code, given.kind, above, day)
    const before = atlas.all.get(code)
    if (before) throw exists(code, standing(before, day) === 'dropped')
    const name = given.name ?? (above && given.kind !== 'division' ? gridName(above.name, code) : code)
    const area: Area = {
      code,
      name,
      level: levelOf(code),
      kind: given.kind,
      parent: above?.code ?? null,
      households: given.households ?? null,
      validFrom: given.validFrom ?? day,
      validTo: null,
      successors: [],
    }
    await writeAreas(
      ctx.db,
      [{ ...area, initials: given.kind === 'division' ? initialsOf(name) : '', shape: storedBorder(given.border) }],
      ctx.now,
    )
    await audit(ctx, { action: 'area.added', object: { kind: 'area', id: code }, post })
    return area
  })
}

export interface AreaChange {
  /** The version that was on the screen. */
  readonly version: number
  readonly name?: string | undefined
  readonly households?: number | null | undefined
  readonly border?: Border | undefined
}

/** The area to be changed, at the version that was seen. @throws Refusal `areas.missing` (404), `areas.dropped`, `areas.stale` (409) */
export function changeable(atlas: Atlas<StoredArea>, code: string, version: number, day: string): StoredArea {
  const area = atlas.find(code)
  if (!area) throw missing()
  if (standing(area, day) === 'dropped') {
    throw refuse('conflict', 'areas.dropped', { zh: '这个区域已撤销，不能再改。', en: 'This area was dropped and cannot be changed.' })
  }
  if (area.version !== version) {
    throw refuse('conflict', 'areas.stale', {
      zh: '这个区域刚被别人改过，请刷新后再改。',
      en: 'Somebody else has just changed this area; please reload and try again.',
    })
  }
  return area
}
