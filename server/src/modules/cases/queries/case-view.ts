import type { z } from 'zod'
import { type Context, holds } from '#platform/context'
import { regionOf } from '#platform/ids'
import type { Say } from '#platform/refusal'
import { readFields, maskName, maskPhone } from '#platform/vault'
import { clockViews, offered, type TraceWithWords } from '#mechanisms/flow'
import { areaPath } from '#modules/areas'
import { caseFlow } from '../domain/case-flow.ts'
import { alikeClocks } from '../domain/draw.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import type { Order } from '../domain/order.ts'
import { orderFlow } from '../domain/order-flow.ts'
import { mayReveal } from '../domain/policy.ts'
import { promiseOf } from '../domain/promise.ts'
import type { CaseView, OrderView, Receipt } from '../http/views.ts'
import { linkToken, printedCode } from '../secret.ts'
import { settingsOf } from '../settings.ts'
import { loadCase, loadOrder } from '../sql/store.ts'
import { whyOf } from './dispatch-reasons.ts'
import { likenessOf } from './repeated-photos.ts'
import { type Names, namesFor } from './names.ts'
import { likeRulings } from './precedents.ts'
import { suggestionFor } from './suggestion.ts'
import { mainOf } from './joined.ts'
import { joinedViews } from './joined-views.ts'
import { answersOf, heldBy, historyOf, holderNow, holderTogether, timelineOf } from './timeline.ts'

export const channelSay: Readonly<Record<string, Say>> = {
  app: { zh: '自己上报', en: 'App' },
  gridWorker: { zh: '网格员上报', en: 'Grid worker' },
  phone: { zh: '来电', en: 'Phone' },
  visit: { zh: '来访', en: 'Visit' },
  paper: { zh: '纸条', en: 'Paper slip' },
  proxy: { zh: '代为反映', en: 'By a proxy' },
  import: { zh: '导入', en: 'Import' },
  open311: { zh: '开放接口', en: 'Open311' },
  device: { zh: '设备报警', en: 'Device' },
}

export const iso = (value: string | Date | null): string | null => (value === null ? null : new Date(value).toISOString())
export const dueOf = (matter: CaseMatter): string | null =>
  matter.noun.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)?.dueAt ?? null
const photo = (id: string) => ({ id, url: `/api/files/${id}` })

export async function matterNames(ctx: Context, matter: CaseMatter): Promise<Names> {
  return namesFor(ctx, {
    areas: [matter.noun.area],
    categories: [matter.noun.category],
  })
}

async function orderViews(
  ctx: Context,
  matter: CaseMatter,
  rows: readonly TraceWithWords[],
  names: Names,
): Promise<z.infer<typeof OrderView>[]> {
  const settings = await settingsOf(ctx)
  const why = await whyOf(ctx, matter.orders, rows, names)
  return matter.orders.map((order: Order) => ({
    id: order.id,
    version: order.version,
    caseId: order.case_id,
    unit: names.unit(order.unit),
    lead: order.lead,
    state: order.state,
    stateSay: orderFlow.states[order.state]?.say ?? { zh: order.state, en: order.state },
    dispatchedAt: iso(order.dispatched_at) ?? '',
    finishBy: iso(order.finish_by),
    clocks: clockViews(orderFlow, order.clocks, ctx.now),
    offered: offered(orderFlow, order, { now: ctx.now, actor: ctx.actor, settings: settings(order) }),
    outcome: order.outcome,
    photos: order.photos.map(photo),
    why: why.get(order.id) ?? null,
  }))
}

async function reporterView(ctx: Context, matter: CaseMatter): Promise<z.infer<typeof CaseView>['reporter']> {
  const { noun } = matter
  const fields = noun.anonymous ? {} : ((await readFields(ctx, [noun.subject_id])).get(noun.subject_id) ?? {})
  return {
    kind: noun.anonymous ? 'anonymous' : noun.reporter_account ? 'account' : noun.has_phone ? 'phone' : 'unknown',
    name: fields.name ? maskName(fields.name) : null,
    phone: fields.phone ? maskPhone(fields.phone) : null,
    mayReveal:
      Boolean(fields.name ?? fields.phone) &&
      mayReveal(
        ctx.actor,
        noun,
        matter.orders.map((order) => order.unit),
      ),
  }
}

/** Moves that go better with earlier rulings at hand. */
const judging: ReadonlySet<string> = new Set(['rule', 'answerReturn', 'object'])

/** A case as the desk sees it. @throws Refusal `case.missing` (404) */
export async function caseView(ctx: Context, id: string): Promise<z.infer<typeof CaseView>> {
  const matter = await loadCase(ctx, id)
  const { noun } = matter
  const rows = await historyOf(ctx, matter)
  const names = await matterNames(ctx, matter)
  const settings = await settingsOf(ctx)
  const orders = await orderViews(ctx, matter, rows, names)
  const suggestion = await suggestionFor(ctx, matter)
  const main = noun.state === 'merged' ? await mainOf(ctx, matter) : null
  const isJudging = suggestion !== null || orders.some((order) => order.offered.some((one) => judging.has(one.move)))
  return {
    ...plainView(ctx, matter, names),
    area: { ...names.area(noun.area), path: await areaPath(ctx, noun.area) },
    reporter: await reporterView(ctx, matter),
    holding: heldBy(rows, main ? await historyOf(ctx, main) : [], names),
    holder: main ? holderTogether(matter, main, names) : holderNow(matter, names),
    orders,
    timeline: timelineOf(rows, names, ctx.lang),
    suggestion,
    rulings: isJudging ? await likeRulings(ctx, noun) : null,
    answers: answersOf(rows, matter, names),
    likeness: await likenessOf(ctx, matter),
    continuedIn: await continuation(ctx, noun.continued_in),
    joined: await joinedViews(ctx, noun, rows),
    saidSame: noun.said_same,
    offered: offered(caseFlow, noun, { now: ctx.now, actor: ctx.actor, settings: settings(noun) }),
  }
}

type Gathered =
  | 'area'
  | 'reporter'
  | 'holding'
  | 'holder'
  | 'orders'
  | 'timeline'
  | 'suggestion'
  | 'rulings'
  | 'answers'
  | 'continuedIn'
  | 'likeness'
  | 'joined'
  | 'saidSame'
  | 'offered'

/** What the case itself says, without anything gathered elsewhere. */
function plainView(ctx: Context, matter: CaseMatter, names: Names): Omit<z.infer<typeof CaseView>, Gathered> {
  const { noun } = matter
  return {
    id: noun.id,
    number: noun.number,
    version: noun.version,
    state: noun.state,
    stateSay: caseFlow.states[noun.state]?.say ?? { zh: noun.state, en: noun.state },
    title: noun.title,
    text: ownText(ctx, matter),
    channel: noun.channel,
    channelSay: channelSay[noun.channel] ?? { zh: noun.channel, en: noun.channel },
    category: names.category(noun.category),
    severity: noun.severity,
    emergency: noun.emergency && noun.emergency_record === null,
    emergencyRecord: noun.emergency_record,
    place: noun.lon === null && noun.place_words === null ? null : { lon: noun.lon, lat: noun.lat, words: noun.place_words },
    photos: noun.photos.map(photo),
    reportedAt: iso(noun.reported_at) ?? '',
    dueAt: dueOf(matter),
    clocks: clockViews(caseFlow, alikeClocks(noun.clocks), ctx.now),
    verdict: noun.verdict,
    satisfaction: noun.satisfaction,
    reopened: noun.reopened,
    released: noun.released,
    marks: { supervised: noun.supervised, reminded: noun.reminded, escalated: noun.escalated },
  }
}

async function continuation(ctx: Context, id: string | null): Promise<{ id: string; number: string } | null> {
  if (id === null) return null
  const [row] = await ctx.db.query<{ number: string }>({
    name: 'case.number',
    text: 'select number from cases."case" where region = $1 and id = $2',
    values: [regionOf(id), id],
  })
  return row ? { id, number: row.number } : null
}

/** Those who hold the matter read what was written; everybody else reads it with phones and numbers masked. */
export function ownText(ctx: Context, matter: CaseMatter): string {
  const { noun } = matter
  const unitHolds = matter.orders.some((order) => ctx.actor.posts.some((post) => post.org === order.unit))
  const deskHolds =
    holds(ctx.actor, ['dispatcher', 'communityDesk'], noun.area) !== null && ['submitted', 'registered'].includes(noun.state)
  const own = ctx.actor.link?.id === noun.id || (ctx.actor.id !== null && ctx.actor.id === noun.reporter_account)
  if (!noun.text_sealed || !(unitHolds || deskHolds || own)) return noun.text
  return ctx.city.vault.open(matter.key, Buffer.from(noun.text_sealed), 'case.text') ?? noun.text
}

/** The receipt again, for a request that is repeated. */
export async function receiptById(ctx: Context, id: string): Promise<z.infer<typeof Receipt>> {
  return receiptOf(ctx, (await loadCase(ctx, id)).noun)
}

/** The case of an order, for an answer that is repeated. */
export async function caseOfOrder(ctx: Context, orderId: string): Promise<z.infer<typeof CaseView>> {
  return caseView(ctx, (await loadOrder(ctx, orderId)).whole.noun.id)
}

/** What somebody who has just reported is told: the number, who has it and until when, and how to find it again. */
export async function receiptOf(ctx: Context, noun: CaseMatter['noun']): Promise<z.infer<typeof Receipt>> {
  const holder: Say = { zh: '市民服务调度台', en: 'the city service desk' }
  const finish = noun.clocks.find((life) => life.name === 'finish')
  return {
    id: noun.id,
    number: noun.number,
    link: `/c/${linkToken(ctx.city.vault, noun.id)}`,
    code: printedCode(ctx.city.vault, noun.id),
    holder,
    promise: promiseOf(noun, holder, ctx.now),
    dueAt: finish?.dueAt ?? null,
    state: noun.state,
    stateSay: caseFlow.states[noun.state]?.say ?? { zh: noun.state, en: noun.state },
    emergency: noun.emergency,
  }
}
