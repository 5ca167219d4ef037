import type { Person, Reply, World } from '../../../../test/world.ts'

/** A component as the desk sees it. */
export interface Thing {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly state: string
  readonly area: { readonly code: string }
  readonly card: string
  readonly offered: readonly { readonly move: string }[]
  readonly history: readonly { readonly move: string; readonly note: string | null; readonly because: { readonly zh: string } | null }[]
  readonly matters: readonly { readonly number: string }[]
}

export const spotNear = ({ lon, lat }: { lon: number; lat: number }, east = 0, north = 0) => ({
  lon: lon + east / 82_000,
  lat: lat + north / 111_000,
})

/** Enters a component as somebody; a street lamp unless told otherwise. */
export async function enter(one: Person, place: { lon: number; lat: number }, more: object = {}): Promise<Reply> {
  return one.post('/api/components', { name: '路灯', type: '01037', place, ...more })
}

/** Enters a component that must be taken. */
export async function entered(one: Person, place: { lon: number; lat: number }, more: object = {}): Promise<Thing> {
  const reply = await enter(one, place, more)
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return reply.body as Thing
}

/** All counted cells of the map, summed: of all types and of each type. */
export async function cellSums(w: World): Promise<{ level: number; typed: boolean; n: number; wrong: number }[]> {
  return w.db.query({
    text: `select level, type <> '' as typed, sum(n)::int as n, sum(wrong)::int as wrong from components.cell group by 1, 2 order by 1, 2`,
    values: [],
  })
}
