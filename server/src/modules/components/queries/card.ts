import type { z } from 'zod'
import type { Context } from '#platform/context'
import { roundPoint } from '#platform/geo'
import { refuse } from '#platform/refusal'
import { areaPath } from '#modules/areas'
import { openAmong } from '#modules/cases'
import { findCategory } from '#modules/catalogue'
import { readCode } from '../domain/code.ts'
import { type Component, stateSay } from '../domain/component.ts'
import { troubleSay, troubles } from '../domain/troubles.ts'
import type { ComponentCard } from '../http/card-views.ts'
import { bodiesOf } from '../sql/bodies.ts'
import { findByCode } from '../sql/store.ts'
import { matterIds } from './component-view.ts'
import { typeNames } from './names.ts'

/** How exactly the place of a household's own thing is told, in metres. */
const homeMetres = 50

/** A code that leads nowhere: mistyped, scratched, or never given. */
function noSuchCard(): Error {
  return refuse('missing', 'component.no-such-card', {
    zh: '没有找到这个编号的部件。可能是牌子磨损看不清，也可以直接说一件事。',
    en: 'There is nothing with this number. The plate may be worn; you can also just report a matter.',
  })
}

/** The component of a card, by its code as scanned or typed. @throws Refusal `component.no-such-card` (404) */
export async function cardOf(ctx: Context, typed: string): Promise<Component> {
  const read = readCode(typed)
  const found = typeof read === 'string' ? null : await findByCode(ctx.db, read.code)
  if (found === null) throw noSuchCard()
  return found
}

/** Where it is, as everybody may know it: a household's own thing leads to no door. */
function publicSpot(one: Component): { lon: number; lat: number; placeWords: string | null } {
  if (one.dwelling === null) return { lon: one.lon, lat: one.lat, placeWords: one.place_words }
  const [lon, lat] = roundPoint(one.lon, one.lat, homeMetres)
  return { lon, lat, placeWords: null }
}

/**
 * A component as everybody may know it (002-67): what it is, where, who looks after it, its state, and how many reports about it are open. Nothing of
 * whoever reported; of a household's own thing neither the door nor the reports.
 * @throws Refusal `component.no-such-card` (404)
 */
export async function componentCard(ctx: Context, typed: string): Promise<z.infer<typeof ComponentCard>> {
  const one = await cardOf(ctx, typed)
  const [bodies, types, path, category] = [
    await bodiesOf(ctx.db, [one.owner, one.keeper]),
    await typeNames(ctx, [one.type]),
    await areaPath(ctx, one.area),
    await findCategory(ctx, one.type),
  ]
  const body = (id: number | null) => {
    const found = id === null ? undefined : bodies.get(id)
    return found ? { name: found.name, phone: found.phone } : null
  }
  return {
    code: one.code,
    name: one.name,
    type: types(one.type),
    state: one.state,
    stateSay: stateSay[one.state],
    ...publicSpot(one),
    // The grid is the desk's affair, and would tell the door of a household.
    area: path
      .filter((area) => area.code.length > 4 && area.code.length < 15)
      .map((area) => area.name)
      .join(' '),
    metres: one.metres,
    owner: body(one.owner),
    keeper: body(one.keeper),
    open: one.dwelling === null ? await openAmong(ctx, await matterIds(ctx, one)) : 0,
    hint: category?.plain ?? null,
    troubles: one.state === 'removed' ? [] : troubles.map((code) => ({ code, say: troubleSay[code] })),
  }
}
