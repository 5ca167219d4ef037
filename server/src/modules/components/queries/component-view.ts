import type { z } from 'zod'
import type { Context } from '#platform/context'
import { offered, tracesOf } from '#mechanisms/flow'
import { areaPath } from '#modules/areas'
import { casesAmong } from '#modules/cases'
import { readCode } from '../domain/code.ts'
import { type Component, stateSay } from '../domain/component.ts'
import { componentFlow } from '../domain/component-flow.ts'
import { dataOriginSay, stepsOf } from '../domain/history.ts'
import type { ComponentView } from '../http/views.ts'
import { settingsOf } from '../settings.ts'
import { bodiesOf } from '../sql/bodies.ts'
import { findByCode, loadComponent, missing } from '../sql/store.ts'
import { cardAddress, namedAreas, postCards, typeNames } from './names.ts'

/** When an id was made. */
const madeAt = (id: string): Date => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))

async function historyOf(ctx: Context, one: Component): Promise<z.infer<typeof ComponentView>['history']> {
  const traces = await tracesOf(ctx, one.region, [one.id], null)
  const notes = await ctx.db.query<{ seq: number; text: string }>({
    name: 'component.notes',
    text: 'select seq, text from components.note where region = $1 and component_id = $2',
    values: [one.region, one.id],
  })
  const cards = await postCards(ctx)
  const steps = stepsOf(one, traces, new Map(notes.map((note) => [note.seq, note.text])), madeAt(one.id))
  return steps.map(({ post, ...step }) => ({ ...step, fields: [...step.fields], by: cards(post) }))
}

/** The cases that were reported of a component, newest first. */
export async function matterIds(ctx: Context, one: Pick<Component, 'region' | 'id'>): Promise<string[]> {
  const rows = await ctx.db.query<{ case_id: string }>({
    name: 'component.matters',
    text: 'select case_id from components.matter where region = $1 and component_id = $2 order by case_id desc limit 100',
    values: [one.region, one.id],
  })
  return rows.map((row) => row.case_id)
}

/** Most matters of one component that a page shows. */
const shown = 20

function ownWords(one: Component) {
  return {
    id: one.id,
    version: one.version,
    code: one.code,
    scheme: schemeOf(one.code),
    formerCode: one.former_code,
    name: one.name,
    state: one.state,
    stateSay: stateSay[one.state],
    placeWords: one.place_words,
    lon: one.lon,
    lat: one.lat,
    line: one.line?.map((point) => [...point]) ?? null,
    metres: one.metres,
    unitGrid: one.unit_grid,
    since: one.since,
    changedOn: one.changed_on,
    dataOrigin: one.data_origin,
    dataOriginSay: dataOriginSay(one),
    remark: one.remark,
    dwelling: one.dwelling,
    origin: one.origin,
    originId: one.origin_id,
  }
}

function schemeOf(code: string): string {
  const read = readCode(code)
  return typeof read === 'string' ? '' : read.scheme
}

/** A component as staff see it. @throws Refusal `component.missing` (404) */
export async function componentView(ctx: Context, id: string): Promise<z.infer<typeof ComponentView>> {
  const one = await loadComponent(ctx, id)
  const bodies = await bodiesOf(ctx.db, [one.supervisor, one.owner, one.keeper])
  const body = (of: number | null) => (of === null ? null : (bodies.get(of) ?? null))
  const [types, areas] = [await typeNames(ctx, [one.type]), await namedAreas(ctx, [one.area])]
  const [supervisor, owner, keeper] = [body(one.supervisor), body(one.owner), body(one.keeper)]
  return {
    ...ownWords(one),
    type: types(one.type),
    area: { ...areas(one.area), path: await areaPath(ctx, one.area) },
    supervisor,
    owner,
    keeper,
    phone: keeper?.phone ?? owner?.phone ?? null,
    card: cardAddress(ctx, one.code),
    history: await historyOf(ctx, one),
    matters: await casesAmong(ctx, (await matterIds(ctx, one)).slice(0, shown)),
    offered: offered(componentFlow, one, { now: ctx.now, actor: ctx.actor, settings: settingsOf(ctx)(one) }),
  }
}

/** The same by its code as scanned or typed: one of others answers like one that nobody has. @throws Refusal `component.missing` (404) */
export async function componentByCode(ctx: Context, typed: string): Promise<z.infer<typeof ComponentView>> {
  const read = readCode(typed)
  const found = typeof read === 'string' ? null : await findByCode(ctx.db, read.code)
  if (found === null) throw missing()
  return componentView(ctx, found.id)
}
