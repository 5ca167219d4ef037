import type { Context } from '#platform/context'
import type { NounKind, Settings } from '#mechanisms/flow'
import { directory } from '#modules/orgs'
import { type Doubt, doubtFlow } from './domain/doubt-flow.ts'
import { type PersonRequest, requestFlow } from './domain/request-flow.ts'

/** Who serves an area, on today's calendar; areas decide nothing of their own about these flows. */
export async function settingsOf(ctx: Context): Promise<() => Settings> {
  const posts = await directory(ctx)
  const settings: Settings = { calendar: ctx.city.calendar(), limits: {}, skipped: [], desk: posts.deskFor }
  return () => settings
}

export const doubtKind: NounKind<Doubt> = {
  flow: doubtFlow,
  table: 'people.doubt',
  columns: [
    'region',
    'id',
    'version',
    'state',
    'area',
    'clocks',
    'tick_at',
    'due_at',
    'person_id',
    'other_id',
    'score',
    'reasons',
    'made_at',
  ],
}

export const requestKind: NounKind<PersonRequest> = {
  flow: requestFlow,
  table: 'people.request',
  columns: [
    'region',
    'id',
    'version',
    'state',
    'area',
    'clocks',
    'tick_at',
    'due_at',
    'person_id',
    'kind',
    'field',
    'account',
    'post',
    'made_at',
  ],
  told: (one) => ({ account: one.account, kind: one.kind, personId: one.person_id }),
}
