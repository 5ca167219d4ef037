import type { Context } from '#platform/context'
import { systemActor } from '#platform/context'
import { regionOf } from '#platform/ids'
import { type Refusal, refuse } from '#platform/refusal'
import { samePersonFollowsIn } from '#platform/vault'
import { type Moving, move, type Plan } from '#mechanisms/flow'
import type { Doubt } from '../domain/doubt-flow.ts'
import { keepers, postFor } from '../domain/permit.ts'
import type { Source } from '../domain/sources.ts'
import { doubtKind, settingsOf } from '../settings.ts'
import { loadPersons, type PersonWithKey, type RecordRow, recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { openRecords, regroupIn } from './regroup.ts'
import { apartIn } from './apart.ts'
import { touched } from './touched.ts'

export interface DoubtMatter {
  readonly noun: Doubt
  readonly key: PersonWithKey['key']
  readonly persons: readonly PersonWithKey[]
}

export function missingDoubt(): Refusal {
  return refuse('missing', 'people.doubt', {
    zh: '没有这一条，或不在您的管辖范围内。',
    en: 'There is no such pair, or it lies outside your area.',
  })
}

/** A doubtful pair with both persons, as this actor may see it. @throws Refusal `people.doubt` (404) */
export async function loadDoubt(ctx: Context, id: string): Promise<DoubtMatter> {
  const [noun] = await ctx.db.query<Doubt>({
    name: 'people.doubt',
    text: `select ${doubtKind.columns.join(', ')} from people.doubt where region = $1 and id = $2`,
    values: [regionOf(id), id],
  })
  if (!noun) throw missingDoubt()
  try {
    postFor(ctx.actor, keepers, noun.area)
  } catch {
    throw missingDoubt()
  }
  const persons = await loadPersons(ctx, [noun.person_id, noun.other_id])
  return { noun, persons, key: persons.find((one) => one.id === noun.person_id)?.key ?? null }
}

interface Prepared {
  readonly reason: string
  readonly records: readonly RecordRow[]
  readonly sources: ReadonlyMap<string, Source>
  readonly others: readonly Doubt[]
}

/** The other open doubts about two persons. */
export async function openDoubts(ctx: Context, persons: readonly string[], but: string | null): Promise<Doubt[]> {
  return ctx.db.query<Doubt>({
    name: 'people.open-doubts',
    text: `select ${doubtKind.columns.join(', ')} from people.doubt where state = 'open' and (person_id = any($1::uuid[]) or other_id = any($1::uuid[])) and id is distinct from $2
      order by id`,
    values: [persons, but],
  })
}

/** The one who was known longer keeps their id; the other is joined into them. */
function joined(plan: Plan, ctx: Context, { noun, persons }: DoubtMatter, { reason, records, sources, others }: Prepared): void {
  const [kept, gone] = [...persons].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!kept?.key || !gone?.key || kept.state !== 'kept' || gone.state !== 'kept') throw noLonger()
  const open = openRecords(ctx, persons, records)
  const groups = [
    { person: kept, key: kept.key, records: open },
    { person: { ...gone, state: 'joined' as const, joined_into: kept.id }, key: gone.key, records: [] },
  ]
  const post = plan.moment.actor.posts.find((one) => noun.area.startsWith(one.area))?.id ?? null
  plan.parts.push((sql) => regroupIn(sql, ctx, groups, new Set(), sources, { kind: 'joined', post, reason }))
  plan.told.push(touched([kept.id, gone.id]))
  plan.parts.push((sql) => samePersonFollowsIn(sql, ctx, gone.id, kept.id))
  for (const other of others) plan.move(doubtKind, other, 'settle', {}, systemActor('people'))
}

function noLonger(): Refusal {
  return refuse('conflict', 'people.moved-on', {
    zh: '这两个人中有一个已经合并或删除，请刷新后再看。',
    en: 'One of the two was joined or erased meanwhile. Please refresh.',
  })
}

/** How a doubtful pair is loaded, and what its moves lead to. */
export const movingDoubt = (ctx: Context): Moving<Doubt, DoubtMatter> => ({
  kind: doubtKind,
  load: loadDoubt,
  settings: settingsOf,
  prepare: async (now, { noun }, name) => {
    if (name !== 'join') return {}
    const both = [noun.person_id, noun.other_id]
    return { records: await recordsOf(now, both), sources: await allSources(now), others: await openDoubts(now, both, noun.id) }
  },
  consequences: {
    join: (plan, matter, input) => joined(plan, ctx, matter, input as Prepared),
    keepApart: (plan, { noun }) => plan.parts.push((sql) => apartIn(sql, noun.person_id, noun.other_id, ctx.now)),
  },
})

/**
 * Says whether two are one person; what follows is written in the same statement.
 * @throws Refusal `people.doubt` (404), `people.moved-on` (409), and as `decide`
 */
export function moveDoubt(ctx: Context, id: string, name: string, input: unknown, version?: number): Promise<Doubt> {
  return move(ctx, movingDoubt(ctx), id, name, input, version)
}
