import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { statement } from '#platform/db'
import { newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { revealField, subjectIn } from '#platform/vault'
import { callers, keepers, missing, permitted } from '../domain/permit.ts'
import type { ContactRole } from '../domain/words.ts'
import { type Building, dwellingsOf, loadBuilding } from '../sql/buildings.ts'
import { type Contact, contactIn, contactsOf, endContact, loadContact } from '../sql/contacts.ts'

export interface ContactInput {
  readonly role: ContactRole
  readonly name: string
  readonly phone: string
  /** The day on which the person agreed. */
  readonly consentOn: string
  readonly dwelling?: string | undefined
  readonly above?: string | undefined
}

const keeping = [...keepers, ...callers]

async function buildingOf(ctx: Context, id: string): Promise<Building> {
  const building = await loadBuilding(ctx.db, id)
  if (!building) throw missing()
  return building
}

/** What it hangs on must be of this building. @throws Refusal `places.elsewhere` (422) */
async function checkHere(ctx: Context, building: Building, { dwelling, above }: ContactInput): Promise<void> {
  const here =
    (dwelling === undefined || (await dwellingsOf(ctx.db, building)).some((one) => one.id === dwelling)) &&
    (above === undefined || (await contactsOf(ctx.db, building.region, building.id)).some((one) => one.id === above))
  if (!here)
    throw refuse('invalid', 'places.elsewhere', {
      zh: '户室或上一级联系人不在这栋楼。',
      en: 'The dwelling or the contact above is not of this building.',
    })
}

/**
 * Enters whom to call in a building; the person has agreed (004-17). Name and phone lie in the vault alone.
 * @throws Refusal `places.missing` (404), `places.elsewhere` (422), `places.consent` (422: a day to come)
 */
export async function addContact(ctx: Context, buildingId: string, input: ContactInput): Promise<string> {
  const building = await buildingOf(ctx, buildingId)
  const post = permitted(ctx.actor, keeping, building.area)
  if (input.consentOn > localDate(ctx.now)) {
    throw refuse('invalid', 'places.consent', { zh: '本人同意的日期不能在将来。', en: 'Nobody has agreed on a day to come.' })
  }
  await checkHere(ctx, building, input)
  const { region } = building
  const subject = ctx.city.vault.newSubject(region, ctx.now)
  const { role, dwelling = null, above = null, consentOn } = input
  const contact: Contact = {
    region,
    id: newId(region, ctx.now),
    building: building.id,
    dwelling,
    above,
    role,
    subject_id: subject.id,
    consent_on: consentOn,
  }
  const sql = statement()
  subjectIn(sql, ctx.city.vault, subject, { name: input.name, phone: input.phone })
  contactIn(sql, contact)
  await ctx.db.query(sql.done('select 1'))
  await audit(ctx, { action: 'contact.added', object: { kind: 'buildingContact', id: contact.id }, post: post.id, facts: { kind: role } })
  return contact.id
}

async function contactWithPost(ctx: Context, id: string, roles: Parameters<typeof permitted>[1]) {
  const contact = await loadContact(ctx.db, id)
  if (!contact) throw missing()
  const building = await buildingOf(ctx, contact.building)
  return { contact, post: permitted(ctx.actor, roles, building.area) }
}

/** The person no longer wants to be called, or moved away. @throws Refusal `places.missing` (404) */
export async function removeContact(ctx: Context, id: string): Promise<void> {
  const { contact, post } = await contactWithPost(ctx, id, keeping)
  await endContact(ctx.db, contact, localDate(ctx.now))
  await audit(ctx, { action: 'contact.ended', object: { kind: 'buildingContact', id }, post: post.id })
}

/** Shows name or phone of a contact for a purpose; the look is kept, and the person can see it. @throws Refusal `places.missing` (404), `vault.purpose` (422) */
export async function showContact(ctx: Context, id: string, field: 'name' | 'phone', purpose: string): Promise<string | null> {
  const { contact, post } = await contactWithPost(ctx, id, callers)
  return revealField(ctx, contact.subject_id, field, purpose, post.id)
}
