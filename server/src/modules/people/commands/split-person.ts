import { auditIn } from '#platform/audit'
import type { Context } from '#platform/context'
import { brokenConstraint, sqlState, statement } from '#platform/db'
import { regionOf } from '#platform/ids'
import { onceIn } from '#platform/once'
import { type Refusal, refuse } from '#platform/refusal'
import { type NewSubject, subjectsIn } from '#platform/vault'
import { keepers, missing, postFor } from '../domain/permit.ts'
import type { Person } from '../domain/person.ts'
import { loadPersons, type PersonWithKey, type RecordRow, recordsOf } from '../sql/persons.ts'
import { allSources } from '../sql/sources.ts'
import { tellIn } from '#platform/outbox'
import { touched } from './touched.ts'
import { apartIn } from './apart.ts'
import { type Grouped, openRecords, regroupIn } from './regroup.ts'

function notAll(): Refusal {
  return refuse('invalid', 'people.split-records', {
    zh: '请选出要分出去的记录：至少一条，也要留下至少一条。',
    en: 'Choose the records that go: at least one, and at least one must stay.',
  })
}

interface Splitting {
  readonly person: PersonWithKey
  readonly going: readonly RecordRow[]
  readonly staying: readonly RecordRow[]
}

async function load(ctx: Context, id: string, chosen: readonly string[]): Promise<Splitting & { readonly post: string }> {
  const [person] = regionOf(id) === null ? [] : await loadPersons(ctx, [id])
  if (!person || person.state !== 'kept') throw missing()
  const post = postFor(ctx.actor, keepers, person.area).id
  const records = await recordsOf(ctx, [id])
  const going = records.filter((row) => chosen.includes(row.id))
  const staying = records.filter((row) => !chosen.includes(row.id))
  if (going.length === 0 || staying.length === 0 || going.length !== new Set(chosen).size) throw notAll()
  return { person, going, staying, post }
}

/** Whom the records go back to: the person they all were before a joining, else somebody new. */
async function receiver(
  ctx: Context,
  { person, going }: Splitting,
): Promise<{ person: Person; key: Grouped['key']; subject: NewSubject | null }> {
  const [first] = new Set(going.map((row) => row.first_person))
  if (first !== undefined && first !== person.id && going.every((row) => row.first_person === first)) {
    const [before] = await loadPersons(ctx, [first])
    if (before?.key && before.state === 'joined')
      return { person: { ...before, state: 'kept', joined_into: null }, key: before.key, subject: null }
  }
  const subject = ctx.city.vault.newSubject(person.region, ctx.now)
  const area = going[0]?.area ?? person.area
  const blank = { born: null, sex: null, ethnicity: null, household_id: null, block: null, won: {}, joined_into: null, version: 1 }
  return { person: { region: person.region, id: subject.id, area, state: 'kept', ...blank }, key: subject.key, subject }
}

async function attempt(ctx: Context, id: string, chosen: readonly string[], reason: string): Promise<string> {
  const splitting = await load(ctx, id, chosen)
  const { person, going, staying, post } = splitting
  if (person.key === null) throw missing()
  const to = await receiver(ctx, splitting)
  const opened = openRecords(ctx, [person], [...going, ...staying])
  const isGoing = new Set(going.map((row) => row.id))
  const groups: Grouped[] = [
    { person, key: person.key, records: opened.filter(({ row }) => !isGoing.has(row.id)) },
    { person: to.person, key: to.key, records: opened.filter(({ row }) => isGoing.has(row.id)) },
  ]
  const sql = statement()
  const made = new Set(to.subject ? [to.person.id] : [])
  if (to.subject) subjectsIn(sql, ctx.city.vault, [{ subject: to.subject, fields: {} }])
  regroupIn(sql, ctx, groups, made, await allSources(ctx), { kind: 'split', post, reason })
  tellIn(sql, [{ ...touched([person.id, to.person.id]), at: ctx.now }])
  apartIn(sql, person.id, to.person.id, ctx.now)
  auditIn(sql, ctx, { action: 'person.split', object: { kind: 'subject', id }, post })
  onceIn(sql, ctx.once, 200, to.person.id, ctx.now)
  await ctx.db.query(sql.done('select 1'))
  return to.person.id
}

const tries = 3

/**
 * Undoes a wrong joining: the chosen records go back to whom they were of, or to somebody new, with a key of their own; both persons' fields
 * are chosen anew. Gives the id of the person they went to.
 * @throws Refusal `people.missing` (404), `people.split-records` (422), `people.stale` (409)
 */
export async function splitPerson(ctx: Context, id: string, chosen: readonly string[], reason: string): Promise<string> {
  for (let n = 1; ; n++) {
    try {
      return await attempt(ctx, id, chosen, reason)
    } catch (error) {
      const isRace = sqlState(error) === 'LL409' || brokenConstraint(error) === 'identity_pkey'
      if (!isRace) throw error
      if (n >= tries)
        throw refuse('conflict', 'people.stale', {
          zh: '有人刚刚也在改这个人，请刷新后再试。',
          en: 'Somebody changed this person a moment ago. Please refresh.',
        })
    }
  }
}
