import type { Context } from '#platform/context'
import { readFields } from '#platform/vault'
import type { Draft } from '../domain/draft.ts'
import { type Likeness, likeness, spelled, type Traits } from '../domain/likeness.ts'
import { numberOf, type ReadRecord } from '../domain/read-record.ts'
import { loadPersons, type PersonWithKey } from '../sql/persons.ts'

/** A row with the hashes by which it is known. */
export interface HashedRow {
  readonly record: ReadRecord
  readonly area: string
  readonly region: string
  readonly key: Buffer
  readonly thread: Buffer | null
  readonly number: Buffer | null
  readonly block: Buffer | null
  readonly phone: Buffer | null
}

/** Somebody whom a row may be about, with what they are told by. */
export interface Candidate {
  readonly draft: Draft
  readonly traits: Traits
}

export const traitsOf = (record: ReadRecord): Traits =>
  spelled({
    name: record.name,
    born: record.born,
    sex: record.sex,
    phone: record.phone,
    address: record.address,
    number: numberOf(record),
    broken: record.numberState === 'broken' ? record.number : null,
  })

/** At most so many for one row: a name and day that more people share says nothing. */
const mostCandidates = 20

async function hitsFor(ctx: Context, asked: readonly HashedRow[]): Promise<{ line: number; id: string }[]> {
  return ctx.db.query<{ line: number; id: string }>({
    name: 'people.candidates',
    text: `with asked as (select * from unnest($1::int[], $2::bytea[], $3::bytea[], $4::bool[]) as a(line, block, phone, numbered)),
      hits as (
        select a.line, p.region, p.id from asked a join people.person p on p.block = a.block and p.state = 'kept' and not (a.numbered and p.won ? 'idNumber')
        union
        select a.line, p.region, p.id from asked a join vault.field f on f.field = 'phone' and f.hash = a.phone and not a.numbered
          join people.person p on p.region = f.region and p.id = f.subject_id and p.state = 'kept')
      select line, id from (select line, id, row_number() over (partition by line order by id) as n from hits) h where n <= ${mostCandidates}`,
    values: [
      asked.map((row) => row.record.line),
      asked.map((row) => row.block),
      asked.map((row) => row.phone),
      asked.map((row) => row.number !== null),
    ],
  })
}

/** Persons already known whom rows without a known number may be about, by the row's line. Reads indexes person_block and field_hash. */
export async function candidatesFor(
  ctx: Context,
  rows: readonly HashedRow[],
  draftOf: (person: PersonWithKey) => Draft,
): Promise<Map<number, Candidate[]>> {
  const asked = rows.filter((row) => row.block !== null || (row.number === null && row.phone !== null))
  if (asked.length === 0) return new Map()
  const hits = await hitsFor(ctx, asked)
  const persons = await loadPersons(
    ctx,
    hits.map((hit) => hit.id),
  )
  const fields = await readFields(
    ctx,
    hits.map((hit) => hit.id),
  )
  const known = new Map(
    persons.map((person) => {
      const { name = '', phone = null, address = null, idNumber = null } = fields.get(person.id) ?? {}
      const traits = spelled({ name, born: person.born, sex: person.sex, phone, address, number: idNumber, broken: null })
      return [person.id, { draft: draftOf(person), traits }] as const
    }),
  )
  const found = new Map<number, Candidate[]>()
  for (const { line, id } of hits) {
    const candidate = known.get(id)
    if (candidate) found.set(line, [...(found.get(line) ?? []), candidate])
  }
  return found
}

/** What the likenesses of a row lead to: join it to one, or make somebody new and ask about the likeliest. */
export interface Choice {
  readonly join: { readonly candidate: Candidate; readonly likeness: Likeness } | null
  readonly ask: { readonly candidate: Candidate; readonly likeness: Likeness } | null
}

/** Chooses among candidates; two of whom the row is surely both is a question, not an answer. Pure. */
export function choose(traits: Traits, candidates: readonly Candidate[]): Choice {
  const held = candidates
    .map((candidate) => ({ candidate, likeness: likeness(traits, candidate.traits) }))
    .filter((one) => one.likeness.verdict !== 'different')
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.candidate.draft.person.id < b.candidate.draft.person.id ? -1 : 1))
  const [best] = held
  if (!best) return { join: null, ask: null }
  const sure = held.filter((one) => one.likeness.verdict === 'same')
  return sure.length === 1 && sure[0] ? { join: sure[0], ask: null } : { join: null, ask: best }
}
