import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import { firstLetters } from '#platform/pinyin'
import { subjectsIn } from '#platform/vault'
import { regionOfArea } from '#modules/areas'
import { addressKey, readAddress } from '../domain/address.ts'
import { nextInspection } from '../domain/cycle.ts'
import type { ContactRole, Tenure, Usage } from '../domain/words.ts'
import { smallPlaceKey } from '../registers/small-places.ts'
import { keepEntrances } from '../sql/buildings.ts'
import { enterRows } from '../sql/insert.ts'
import { buildingTable, type DwellingRow, dwellingTable, type SmallPlaceRow, smallPlaceTable } from '../sql/tables.ts'

export interface SeedBuilding {
  readonly area: string
  readonly compound: string
  readonly address: string
  readonly usage: Usage
  readonly floors: number
  readonly built: number
  readonly point: readonly [number, number]
  readonly dwellings: readonly { readonly entrance: string; readonly floor: number; readonly room: string; readonly tenure: Tenure }[]
  readonly contacts: readonly { readonly role: ContactRole; readonly name: string; readonly phone: string }[]
}

export interface SeedSmallPlace {
  readonly area: string
  readonly kind: string
  readonly name: string
  readonly address: string
  /** YYYY-MM-DD, or null: nobody looked yet. */
  readonly inspectedOn: string | null
  readonly point: readonly [number, number]
}

export interface SeedPlaces {
  readonly buildings: readonly SeedBuilding[]
  readonly smallPlaces: readonly SeedSmallPlace[]
}

/** The cycle of every kind in a city that has said nothing else, in days. */
const cycle = 90
const nobody = { source: null, run: null }

async function seedSmallPlaces(ctx: Context, places: SeedPlaces['smallPlaces']): Promise<void> {
  const rows = places.map(({ area, kind, name, address, inspectedOn, point }): SmallPlaceRow => {
    const [region, segments] = [regionOfArea(area), readAddress(address)]
    const dates = { inspected_on: inspectedOn, next_on: nextInspection(inspectedOn, null, cycle) }
    const where = { lon: point[0], lat: point[1] }
    const id = newId(region, ctx.now)
    const key = smallPlaceKey(name, segments)
    return {
      region,
      id,
      area,
      kind,
      key,
      name,
      address,
      segments,
      uscc: null,
      cycle_days: null,
      ...dates,
      ...where,
      initials: firstLetters(name),
      ...nobody,
    }
  })
  await enterRows(ctx, smallPlaceTable, rows, false)
}

/** Enters buildings, dwellings, contacts and small places at once, without asking who does it: for the seed of an empty city, after its registers. */
export async function seedPlaces(ctx: Context, { buildings, smallPlaces }: SeedPlaces): Promise<void> {
  await seedSmallPlaces(ctx, smallPlaces)
  const made = buildings.map((one) => ({ one, region: regionOfArea(one.area), id: newId(regionOfArea(one.area), ctx.now) }))
  const rows = made.map(({ one, region, id }) => {
    const { area, compound, address, usage, floors, built, point, dwellings } = one
    const segments = readAddress(address)
    const facts = { usage, floors, built, households: dwellings.length > 0 ? dwellings.length : null, lon: point[0], lat: point[1] }
    return {
      region,
      id,
      area,
      compound,
      key: addressKey(segments),
      address,
      segments,
      ...facts,
      initials: firstLetters(address),
      ...nobody,
    }
  })
  await enterRows(ctx, buildingTable, rows, false)
  const rooms = made.flatMap(({ one, region, id }) =>
    one.dwellings.map((room): DwellingRow => ({ region, id: newId(region, ctx.now), building: id, ...room, ...nobody })),
  )
  await enterRows(ctx, dwellingTable, rooms, false)
  await keepEntrances(
    ctx.db,
    rooms.map(({ region, building, entrance }) => ({ region, building, name: entrance })),
  )
  await seedContacts(ctx, made)
}

interface Made {
  readonly one: SeedBuilding
  readonly region: string
  readonly id: string
}

/** Contacts who agreed on the day of the seed; the first of a building passes the word on to the others. */
async function seedContacts(ctx: Context, made: readonly Made[]): Promise<void> {
  const people = made.flatMap(({ one, region, id: building }) => {
    const ids = one.contacts.map(() => newId(region, ctx.now))
    return one.contacts.map((contact, n) => {
      const subject = ctx.city.vault.newSubject(region, ctx.now)
      const row = {
        region,
        id: ids[n],
        building,
        above: n === 0 ? null : ids[0],
        role: contact.role,
        subject_id: subject.id,
        consent_on: ctx.now,
      }
      return { subject, fields: { name: contact.name, phone: contact.phone }, row }
    })
  })
  if (people.length === 0) return
  const sql = statement()
  subjectsIn(sql, ctx.city.vault, people)
  const rows = sql.bind(JSON.stringify(people.map((one) => one.row)))
  sql.with('contacts', `insert into places.contact select * from jsonb_populate_recordset(null::places.contact, ${rows}::jsonb)`)
  await ctx.db.query(sql.done('select 1'))
}
