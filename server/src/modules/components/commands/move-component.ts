import type { Context } from '#platform/context'
import { type Matter, move, type Moving } from '#mechanisms/flow'
import { refuse } from '#platform/refusal'
import { countyOf } from '#modules/areas'
import { Amend, type Amendment } from '../domain/asks.ts'
import { cellChanges } from '../domain/cells.ts'
import type { Component } from '../domain/component.ts'
import { settingsOf } from '../settings.ts'
import { countCellsIn } from '../sql/cells.ts'
import { componentKind } from '../sql/kinds.ts'
import { loadComponent } from '../sql/store.ts'
import { bodiesFor, initialsOf, masked, spotFor } from './details.ts'

/** What an amendment means beside what the flow reads from it: place, bodies, initials, masked words. */
async function amended(ctx: Context, noun: Component, input: Amendment): Promise<Partial<Component>> {
  const spot = await spotFor(ctx, input)
  if (spot && (await countyOf(ctx, spot.area)) !== noun.region) {
    throw refuse('invalid', 'component.other-county', {
      zh: '这个位置在别的县区。部件搬到别的县区，请移除后在那里重新登记。',
      en: 'This place lies in another county. A component that moves there is removed here and registered there.',
    })
  }
  return {
    ...spot,
    ...(await bodiesFor(ctx, input)),
    ...(input.name !== undefined && { initials: initialsOf(input.name) }),
    ...(input.placeWords && { place_words: masked(input.placeWords) }),
    ...(input.remark && { remark: masked(input.remark) }),
  }
}

const moving: Moving<Component, Matter<Component>> = {
  kind: componentKind,
  load: async (ctx, id) => ({ noun: await loadComponent(ctx, id), key: null }),
  settings: async (ctx) => settingsOf(ctx),
  prepare: async (ctx, { noun }, name, input) => (name === 'amend' ? { more: await amended(ctx, noun, Amend.parse(input)) } : {}),
  consequences: {
    amend: (plan, { noun }, input) => void plan.touch(componentKind, noun, (input as { more: Partial<Component> }).more),
  },
  also(plan, { noun }, input) {
    const { note } = (input ?? {}) as { readonly note?: string }
    const now = plan.current(noun)
    plan.parts.push((sql, _ctx, prefix) => {
      countCellsIn(sql, cellChanges([noun], [now]), prefix)
      if (!note) return
      const values = [noun.region, noun.id, now.version, masked(note)].map((value) => sql.bind(value)).join(', ')
      sql.with(`${prefix}noted`, `insert into components.note (region, component_id, seq, text) values (${values})`)
    })
  },
}

/**
 * Moves a component: its state (002-67), or what is said of it.
 * @throws Refusal as `decide`, `component.missing` (404), `component.stale` (409), `component.other-county`, `component.outside-city`, `component.uscc`, `component.private-phone` (422)
 */
export async function moveComponent(ctx: Context, id: string, name: string, input: unknown, version?: number): Promise<Component> {
  return move(ctx, moving, id, name, input, version)
}
