import { type Context, holds } from '#platform/context'
import type { Say } from '#platform/refusal'
import { clockViews, offered, tracesOf } from '#mechanisms/flow'
import { areaNames } from '#modules/areas'
import { loadRequest } from '../commands/settle-request.ts'
import { keepers, reachOf } from '../domain/permit.ts'
import { type FieldName, fieldSay } from '../domain/person.ts'
import { type PersonRequest, requestFlow, requestKinds } from '../domain/request-flow.ts'
import { requestKind, settingsOf } from '../settings.ts'
import type { PersonWithKey } from '../sql/persons.ts'
import { foundViews } from './found.ts'

const columns = requestKind.columns.join(', ')

/** One row of a list of requests. */
function rowOf(row: PersonRequest, areas: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    kind: row.kind,
    kindSay: requestKinds[row.kind] as Say,
    fieldSay: row.field === null ? null : fieldSay[row.field as FieldName],
    state: row.state,
    stateSay: requestFlow.states[row.state]?.say ?? { zh: row.state, en: row.state },
    areaName: areas.get(row.area) ?? row.area,
    madeAt: new Date(row.made_at).toISOString(),
    dueAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
  }
}

/** What waits for this actor: the keeper what persons ask, the auditor what was opened in an emergency. Reads index request_open. */
export async function listRequests(ctx: Context, page: { after?: string | undefined; limit: number }) {
  const isKeeper = holds(ctx.actor, keepers) !== null
  const kinds = isKeeper ? ['correction', 'copy', 'deletion'] : ['breakGlass']
  const reach = reachOf(ctx.actor, isKeeper ? keepers : ['auditAdmin'])
  const rows = await ctx.db.query<PersonRequest>({
    name: 'people.requests',
    text: `select ${columns} from people.request where state = 'asked' and area like any($1::text[]) and kind = any($2::text[]) and ($3::uuid is null or id > $3)
      order by id limit $4`,
    values: [reach.map((scope) => `${scope}%`), kinds, page.after ?? null, page.limit],
  })
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return rows.map((row) => rowOf(row, areas))
}

/** A request with what was written and what may be done. The auditor reads reason and post, and nothing of the person. @throws Refusal `people.request` (404) */
export async function requestPage(ctx: Context, id: string) {
  const { noun, person, key } = await loadRequest(ctx, id)
  const [traces, settings, areas] = [
    await tracesOf(ctx, noun.region, [noun.id], key),
    await settingsOf(ctx),
    await areaNames(ctx, [noun.area]),
  ]
  const isKeeper = holds(ctx.actor, keepers, noun.area) !== null
  const [who] = isKeeper && person.state === 'kept' ? await foundViews(ctx, [person]) : []
  return {
    ...rowOf(noun, areas),
    version: noun.version,
    post: noun.post,
    person: who ? { id: who.id, name: who.name } : null,
    words: traces.map((trace) => ({ move: trace.move, at: trace.at, words: trace.words?.['words'] ?? null })),
    clocks: clockViews(requestFlow, noun.clocks, ctx.now),
    offers: offered(requestFlow, noun, { now: ctx.now, actor: ctx.actor, settings: settings() }),
  }
}

/** What a person has asked about their own data, newest first, with the answers. */
export async function requestsOf(ctx: Context, person: PersonWithKey) {
  const rows = await ctx.db.query<PersonRequest>({
    name: 'people.requests-of',
    text: `select ${columns} from people.request where person_id = $1 order by id desc limit 50`,
    values: [person.id],
  })
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  const traces = await tracesOf(
    ctx,
    person.region,
    rows.map((row) => row.id),
    person.key,
  )
  return rows.map((row) => {
    const answered = traces.filter((trace) => trace.noun_id === row.id).at(-1)
    return {
      ...rowOf(row, areas),
      answer: row.state === 'asked' || row.kind === 'breakGlass' ? null : (answered?.words?.['words'] ?? null),
    }
  })
}
