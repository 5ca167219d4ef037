import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type Area, standing } from '../domain/area.ts'
import type { Atlas } from '../domain/atlas.ts'
import { isCode, scopeOf } from '../domain/code.ts'
import { keeperPost } from '../domain/permit.ts'
import { type StoredArea, writeAreas } from '../sql/areas.ts'
import { initialsOf } from '../sql/names.ts'
import { writeAliases } from '../sql/registers.ts'
import { type AreaChange, changeable } from './add-area.ts'
import { storedBorder } from './borders.ts'
import { writing } from './writing.ts'

/** A former name as an alias: two areas may have had the same, so the code stands before it. */
export function formerName(area: Area, name: string): { scheme: string; external: string; area: string; note: string } {
  return { scheme: 'former-name', external: `${area.code} ${name}`, area: area.code, note: '' }
}

/**
 * Changes name, households or border. The old name stays as an alias.
 * @throws Refusal `areas.missing` (404), `areas.dropped`, `areas.stale` (409), `areas.border-broken` (422)
 */
export function changeArea(ctx: Context, code: string, change: AreaChange): Promise<Area> {
  return writing(ctx, async (ctx, atlas) => {
    const post = keeperPost(ctx.actor, isCode(code) ? scopeOf(code) : code)
    const before = changeable(atlas, code, change.version, localDate(ctx.now))
    const name = change.name ?? before.name
    const households = change.households === undefined ? before.households : change.households
    const shape = storedBorder(change.border)
    const initials = before.kind === 'division' ? initialsOf(name) : ''
    await writeAreas(ctx.db, [{ ...before, name, households, initials, shape }], ctx.now)
    if (name !== before.name) await writeAliases(ctx.db, [formerName(before, before.name)], ctx.now)
    const facts = { name: name !== before.name, households: households !== before.households, border: shape !== undefined }
    await audit(ctx, { action: 'area.changed', object: { kind: 'area', id: before.code }, facts, post })
    return { ...before, name, households }
  })
}

export interface Drop {
  readonly version: number
  /** First day on which it stands no longer; today when left out. */
  readonly on?: string | undefined
  /** One after a merger, several after a split, none when it is given up. */
  readonly successors: readonly string[]
}

function checkDrop(area: StoredArea, drop: Drop, on: string, atlas: Atlas<StoredArea>): string[] {
  const standingBelow = atlas.below(area.code).find((child) => standing(child, on) !== 'dropped')
  if (standingBelow) {
    throw refuse('conflict', 'areas.has-areas-below', {
      zh: `${area.name}下还有${standingBelow.name}等区域。请先把它们并入别处或撤销。`,
      en: `${standingBelow.name} and perhaps others still lie in ${area.name}. Please merge or drop them first.`,
    })
  }
  if (on <= area.validFrom) {
    throw refuse('invalid', 'areas.ends-before-start', { zh: '撤销日期须晚于设立日期。', en: 'The end must lie after the first day.' })
  }
  return drop.successors.map((code) => {
    const next = atlas.find(code)
    if (!next || next.code === area.code || next.level !== area.level || standing(next, on) !== 'standing') {
      throw refuse('invalid', 'areas.successor', {
        zh: `${code} 不能作为接续区域：须是撤销之日有效的同级区域。`,
        en: `${code} cannot follow: it must be another area of the same level that stands on that day.`,
      })
    }
    return next.code
  })
}

/**
 * Drops an area, or merges it into others. Its code and name stay, what points at it keeps its meaning, and the code is
 * never given again.
 * @throws Refusal `areas.missing` (404), `areas.dropped`, `areas.stale`, `areas.has-areas-below` (409),
 *   `areas.successor`, `areas.ends-before-start` (422)
 */
export function dropArea(ctx: Context, code: string, drop: Drop): Promise<Area> {
  return writing(ctx, async (ctx, atlas) => {
    const post = keeperPost(ctx.actor, isCode(code) ? scopeOf(code) : code)
    const day = localDate(ctx.now)
    const before = changeable(atlas, code, drop.version, day)
    const on = drop.on ?? day
    const successors = checkDrop(before, drop, on, atlas)
    const after = { ...before, validTo: on, successors }
    await writeAreas(ctx.db, [after], ctx.now)
    await audit(ctx, { action: 'area.dropped', object: { kind: 'area', id: before.code }, facts: { on, successors }, post })
    return after
  })
}
