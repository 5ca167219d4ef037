import { localDate } from '#platform/calendar'
import { type Context, holds } from '#platform/context'
import { brokenConstraint } from '#platform/db'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { Plan, record } from '#mechanisms/flow'
import { countyOf } from '#modules/areas'
import { findCategory } from '#modules/catalogue'
import type { Entered } from '../domain/asks.ts'
import { cellChanges } from '../domain/cells.ts'
import { codeOf, readCode } from '../domain/code.ts'
import { codeFaultSay } from '../domain/code-words.ts'
import type { Component } from '../domain/component.ts'
import { keepers } from '../domain/component-flow.ts'
import { settingsOf } from '../settings.ts'
import { countCellsIn } from '../sql/cells.ts'
import { componentKind } from '../sql/kinds.ts'
import { noteNumberIn, takeNumbers } from '../sql/store.ts'
import { bodiesFor, initialsOf, masked, type Spot, spotFor } from './details.ts'

/** The code as it was typed. @throws Refusal `component.code` (422) */
function codeTyped(typed: string | undefined) {
  if (typed === undefined) return null
  const read = readCode(typed)
  if (typeof read !== 'string') return read
  throw refuse('invalid', 'component.code', codeFaultSay[read])
}

/** The type that was said, or that the code says. @throws Refusal `component.type` (422), `component.code-type` (422) */
async function typeOf(ctx: Context, said: string | undefined, coded: string | null): Promise<string> {
  const type = said?.replace(/^C/, '') ?? coded
  if (type === null || !(await findCategory(ctx, `C${type}`))) {
    throw refuse('invalid', 'component.type', {
      zh: '请在目录里选部件的类型。',
      en: 'Please choose the type of the component from the catalogue.',
    })
  }
  if (coded !== null && coded !== type) {
    throw refuse('invalid', 'component.code-type', {
      zh: '标识码里的类型和所选的类型不一致，请核对。',
      en: 'The code says another type than the one chosen; please check.',
    })
  }
  return type
}

function otherCounty(): Error {
  return refuse('invalid', 'component.other-county', {
    zh: '标识码前六位和位置所在的县区不一致，请核对位置或标识码。',
    en: 'The code belongs to another county than the place; please check both.',
  })
}

/** The components's first row, all but its code. */
function born(
  ctx: Context,
  entered: Entered,
  region: string,
  spot: Spot,
  type: string,
  bodies: Partial<Component>,
): Omit<Component, 'code'> {
  return {
    region,
    id: newId(region, ctx.now),
    version: 1,
    state: entered.state ?? 'intact',
    clocks: [],
    tick_at: null,
    due_at: null,
    former_code: entered.formerCode === undefined ? null : formerOf(entered.formerCode),
    name: entered.name,
    initials: initialsOf(entered.name),
    type,
    ...spot,
    unit_grid: entered.unitGrid ?? null,
    place_words: entered.placeWords ? masked(entered.placeWords) : null,
    supervisor: null,
    owner: null,
    keeper: null,
    ...bodies,
    since: entered.since ?? localDate(ctx.now),
    changed_on: null,
    data_origin: entered.dataOrigin ?? null,
    remark: entered.remark ? masked(entered.remark) : null,
    dwelling: entered.dwelling ?? null,
    origin: null,
    origin_id: null,
    run: null,
  }
}

/** A former code. @throws Refusal `component.code` (422) */
function formerOf(typed: string): string {
  const read = codeTyped(typed)
  if (read?.code.length === 16) return read.code
  throw refuse('invalid', 'component.code', { zh: '旧标识码是 16 位数字。', en: 'A former code has 16 digits.' })
}

/** The post by which somebody enters components of an area. @throws Refusal `component.not-yours` (403) */
function keeperOf(ctx: Context, area: string): string {
  if (ctx.actor.kind === 'system') return 'system'
  const post = holds(ctx.actor, keepers, area)
  if (post) return post.id
  throw refuse('forbidden', 'component.not-yours', {
    zh: '这个位置不在您的管辖范围内。',
    en: 'This place lies outside the area of your post.',
  })
}

function taken(): Error {
  return refuse('conflict', 'component.code-taken', {
    zh: '这个标识码已经登记过。',
    en: 'A component with this code is registered already.',
  })
}

async function write(ctx: Context, noun: Component, post: string): Promise<Component> {
  const settings = settingsOf(ctx)
  const plan = new Plan({ now: ctx.now, actor: ctx.actor, settings: settings(noun) }, settings, null)
  const made = plan.make(componentKind, noun, 'register', post, { facts: { type: noun.type } })
  plan.parts.push((sql, _ctx, prefix) => {
    countCellsIn(sql, cellChanges([], [noun]), prefix)
    noteNumberIn(sql, noun.code, prefix)
  })
  await record(ctx, plan, { status: 201, made: noun.id })
  return made
}

/**
 * Enters a component: its place, type, bodies and code; without a code it is given the next number of its type in its county. 002-64, 002-67.
 * In the caller's transaction if there is one, so that a refusal leaves neither a number nor the name of a body behind.
 * @throws Refusal `component.code`, `component.type`, `component.code-type`, `component.other-county`, `component.outside-city`, `component.place`,
 *   `component.uscc`, `component.private-phone` (422), `component.not-yours` (403), `component.code-taken`, `component.no-number` (409)
 */
export async function registerComponent(ctx: Context, entered: Entered): Promise<Component> {
  const code = codeTyped(entered.code)
  const spot = await spotFor(ctx, entered)
  if (!spot) throw refuse('invalid', 'component.place', { zh: '请选部件的位置。', en: 'Please choose where the component stands.' })
  const post = keeperOf(ctx, spot.area)
  const type = await typeOf(ctx, entered.type, code?.type ?? null)
  const region = await countyOf(ctx, spot.area)
  if (code && code.division !== region) throw otherCounty()
  const noun = born(ctx, entered, region, spot, type, await bodiesFor(ctx, entered))
  const given = code?.code ?? codeOf(region, type, await takeNumbers(ctx.db, region, type, 1))
  try {
    return await write(ctx, { ...noun, code: given }, post)
  } catch (error) {
    throw brokenConstraint(error) === 'component_code' ? taken() : error
  }
}
