import { localDate } from '#platform/calendar'
import { type Context, holds } from '#platform/context'
import { statement } from '#platform/db'
import { lookIn } from '#platform/vault'
import { clockViews, offered } from '#mechanisms/flow'
import { areaNames } from '#modules/areas'
import { openRecords, saidOf, sayingOf } from '../commands/regroup.ts'
import { loadDoubt } from '../commands/settle-doubt.ts'
import { type Doubt, doubtFlow } from '../domain/doubt-flow.ts'
import { chosenFrom } from '../domain/draft.ts'
import { type Reason, reasonSay } from '../domain/likeness.ts'
import { hidden, masked } from '../domain/masked.ts'
import { keepers, lookers, postFor, reachOf } from '../domain/permit.ts'
import { type FieldName, fieldSay, isMinor, type Said } from '../domain/person.ts'
import { doubtKind, settingsOf } from '../settings.ts'
import { type PersonWithKey, type RecordRow, recordsOf } from '../sql/persons.ts'
import type { Source } from '../domain/sources.ts'
import { allSources } from '../sql/sources.ts'
import { sexSay } from './field-views.ts'
import { recordViews } from './record-views.ts'

const reasonsSay = (reasons: readonly string[]) => reasons.map((one) => reasonSay[one as Reason] ?? { zh: one, en: one })

/** Pairs that wait for a decision in the keeper's areas, oldest first. Reads index doubt_open. */
export async function listDoubts(ctx: Context, page: { after?: string | undefined; limit: number }) {
  const reach = reachOf(ctx.actor, keepers)
  const rows = await ctx.db.query<Doubt>({
    name: 'people.doubts',
    text: `select ${doubtKind.columns.join(', ')} from people.doubt where state = 'open' and area like any($1::text[]) and ($2::uuid is null or id > $2)
      order by id limit $3`,
    values: [reach.map((scope) => `${scope}%`), page.after ?? null, page.limit],
  })
  const areas = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return rows.map((row) => ({
    id: row.id,
    score: row.score,
    reasons: reasonsSay(row.reasons),
    area: row.area,
    areaName: areas.get(row.area) ?? row.area,
    madeAt: new Date(row.made_at).toISOString(),
    dueAt: row.due_at === null ? null : new Date(row.due_at).toISOString(),
  }))
}

const compared: readonly FieldName[] = ['name', 'idNumber', 'born', 'sex', 'phone', 'address']

/** What is taken for each field, in the clear: for comparing, never for showing. */
interface Known {
  readonly person: PersonWithKey
  readonly said: Said
  readonly minor: boolean
}

function shownOf({ said, minor }: Known, field: FieldName): string | null {
  const value = said[field]
  return value === undefined ? null : minor ? hidden : field === 'sex' ? (sexSay[value] ?? value) : masked(field, value)
}

/** Both persons side by side: masked, and field by field whether they say the same. */
function comparison(one: Known, other: Known) {
  return compared.map((field) => {
    const [a, b] = [one.said[field], other.said[field]]
    return {
      field,
      say: fieldSay[field],
      one: shownOf(one, field),
      other: shownOf(other, field),
      alike: a === undefined || b === undefined ? ('unknown' as const) : a === b ? ('same' as const) : ('differs' as const),
    }
  })
}

/** What is taken for one of the two, with their own records. */
function sideOf(
  ctx: Context,
  personId: string,
  persons: readonly PersonWithKey[],
  rows: readonly RecordRow[],
  sources: ReadonlyMap<string, Source>,
) {
  const person = persons.find((one) => one.id === personId)
  if (!person) throw new Error('a doubt names persons that are there')
  const own = rows.filter((row) => row.person_id === personId)
  const opened = openRecords(ctx, persons, own)
  const draft = chosenFrom(
    person,
    opened.map((one) => ({ said: saidOf(one), saying: sayingOf(one, sources) })),
  )
  const { born, sex } = draft.person
  const said: Said = { ...draft.values, ...(born !== null && { born }), ...(sex !== null && { sex }) }
  return { person, said, minor: isMinor(person.born, localDate(ctx.now)), own }
}

async function leaveLooks(ctx: Context, persons: readonly PersonWithKey[], post: string): Promise<void> {
  for (const person of persons) {
    if (person.state !== 'kept') continue
    const sql = statement()
    lookIn(sql, ctx, person.id, { field: 'page', purpose: 'registerCheck', post })
    await ctx.db.query(sql.done('select 1'))
  }
}

/**
 * A doubtful pair: the score with its reasons, both persons side by side, their records, and what may be decided. Each of the two sees that
 * somebody looked. @throws Refusal `people.doubt` (404)
 */
export async function doubtPage(ctx: Context, id: string) {
  const { noun, persons } = await loadDoubt(ctx, id)
  const post = postFor(ctx.actor, keepers, noun.area)
  await leaveLooks(ctx, persons, post.id)
  const [sources, rows, settings] = [await allSources(ctx), await recordsOf(ctx, [noun.person_id, noun.other_id]), await settingsOf(ctx)]
  const areas = await areaNames(ctx, [noun.area, ...rows.map((row) => row.area), ...persons.map((one) => one.area)])
  const today = localDate(ctx.now)
  const sides = [noun.other_id, noun.person_id].map((personId) => sideOf(ctx, personId, persons, rows, sources))
  const [first, second] = sides
  if (!first || !second) throw new Error('a doubt is about two')
  return {
    id: noun.id,
    version: noun.version,
    state: noun.state,
    stateSay: doubtFlow.states[noun.state]?.say ?? { zh: noun.state, en: noun.state },
    score: noun.score,
    reasons: reasonsSay(noun.reasons),
    areaName: areas.get(noun.area) ?? noun.area,
    fields: comparison(first, second),
    sides: sides.map(({ person, own }) => ({
      id: person.id,
      areaName: areas.get(person.area) ?? person.area,
      near: holds(ctx.actor, lookers, person.area) !== null,
      records: recordViews(own, sources, areas, today),
    })),
    clocks: clockViews(doubtFlow, noun.clocks, ctx.now),
    offers: offered(doubtFlow, noun, { now: ctx.now, actor: ctx.actor, settings: settings() }),
  }
}
