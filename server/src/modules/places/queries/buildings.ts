import type { Context } from '#platform/context'
import { maskName, maskPhone, readFields } from '#platform/vault'
import { areaNames } from '#modules/areas'
import { missing, permitted, readers, scopeFor } from '../domain/permit.ts'
import { contactRoles, tenures, type Usage, usages } from '../domain/words.ts'
import { type Building, dwellingsOf, entrancesOf, listBuildings, loadBuilding } from '../sql/buildings.ts'
import { contactsOf } from '../sql/contacts.ts'
import { type Asked, paged } from './page.ts'

function buildingView({ region: _region, ...building }: Building, areaName: string) {
  return { ...building, areaName, usage: building.usage as Usage, usageSay: usages[building.usage as Usage] }
}

/** Buildings of one's area, by id. */
export async function buildings(ctx: Context, asked: Asked & { readonly compound?: string | undefined }) {
  const scope = scopeFor(ctx.actor, asked.area)
  if (scope === null) return { items: [], next: null }
  const rows = await listBuildings(ctx.db, { ...asked, scope })
  const names = await areaNames(
    ctx,
    rows.map((row) => row.area),
  )
  return paged(
    rows.map((row) => buildingView(row, names.get(row.area) ?? row.area)),
    asked.limit,
  )
}

/** The contacts of a building, masked. */
async function contactViews(ctx: Context, region: string, building: string) {
  const rows = await contactsOf(ctx.db, region, building)
  const people = await readFields(
    ctx,
    rows.map((row) => row.subject_id),
  )
  return rows.map(({ id, dwelling, above, role, subject_id, consent_on }) => {
    const known = people.get(subject_id)
    const shown = { name: maskName(known?.name ?? ''), phone: maskPhone(known?.phone ?? '') }
    return { id, dwelling, above, role, roleSay: contactRoles[role], ...shown, consentOn: consent_on }
  })
}

/** One building with its entrances, dwellings and contact tree. @throws Refusal `places.missing` (404) */
export async function building(ctx: Context, id: string) {
  const row = await loadBuilding(ctx.db, id)
  if (!row) throw missing()
  permitted(ctx.actor, readers, row.area)
  const [entrances, dwellings, contacts, names] = [
    await entrancesOf(ctx.db, row),
    await dwellingsOf(ctx.db, row),
    await contactViews(ctx, row.region, row.id),
    await areaNames(ctx, [row.area]),
  ]
  return {
    ...buildingView(row, names.get(row.area) ?? row.area),
    contacts: row.contacts,
    entrances,
    rooms: dwellings.map((one) => ({ ...one, tenureSay: tenures[one.tenure] })),
    tree: contacts,
  }
}
