import type { Db, Statement } from '#platform/db'
import { regionOf } from '#platform/ids'
import type { ContactRole } from '../domain/words.ts'

/** A row of places.contact. */
export interface Contact {
  readonly region: string
  readonly id: string
  readonly building: string
  readonly dwelling: string | null
  readonly above: string | null
  readonly role: ContactRole
  readonly subject_id: string
  readonly consent_on: string
}

const columns = 'region, id, building, dwelling, above, role, subject_id, consent_on'

/** The contacts of a building who agree to be called, the head first. */
export function contactsOf(db: Db, region: string, building: string): Promise<Contact[]> {
  return db.query<Contact>({
    name: 'places.contacts',
    text: `select ${columns} from places.contact where region = $1 and building = $2 and ended_on is null
      order by array_position(array['head', 'property', 'owner', 'tenant', 'shop'], role), id limit 500`,
    values: [region, building],
  })
}

export async function loadContact(db: Db, id: string): Promise<Contact | null> {
  const [row] = await db.query<Contact>({
    name: 'places.contact-one',
    text: `select ${columns} from places.contact where region = $1 and id = $2 and ended_on is null`,
    values: [regionOf(id), id],
  })
  return row ?? null
}

/** Adds a contact to the statement that keeps its person. */
export function contactIn(sql: Statement, contact: Contact): void {
  const { region, id, building, dwelling, above, role, subject_id, consent_on } = contact
  const values = [region, id, building, dwelling, above, role, subject_id, consent_on]
  sql.with('contact', `insert into places.contact (${columns}) values (${values.map((value) => sql.bind(value)).join(', ')})`)
}

/** Takes a contact away; those who hung under it hang where it did. */
export async function endContact(db: Db, contact: Contact, day: string): Promise<void> {
  await db.query({
    name: 'places.contact-end',
    text: `with moved as (update places.contact set above = $3 where region = $1 and above = $2)
      update places.contact set ended_on = greatest(consent_on, $4::date) where region = $1 and id = $2`,
    values: [contact.region, contact.id, contact.above, day],
  })
}
