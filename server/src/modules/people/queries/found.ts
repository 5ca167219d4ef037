import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { findSubjects, isPurpose, readFields } from '#platform/vault'
import { areaNames } from '#modules/areas'
import { checkAllowance, noteLookup } from '../commands/look-up.ts'
import { hidden, masked } from '../domain/masked.ts'
import { names, readNumber } from '../domain/number.ts'
import { lookers, postsIn, reachOf } from '../domain/permit.ts'
import { ageOn, isMinor } from '../domain/person.ts'
import { loadPersons, type PersonWithKey, personsByNumber } from '../sql/persons.ts'

/** Somebody who was found, masked. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly area: string
  readonly areaName: string
  readonly age: number | null
}

export interface Search {
  readonly by: 'idNumber' | 'phone' | 'name'
  readonly value: string
  readonly purpose: string
}

/** More than so many are not listed: who searches by name says more. */
export const mostFound = 20

async function byNumber(ctx: Context, value: string): Promise<PersonWithKey[]> {
  const read = readNumber(value, localDate(ctx.now))
  if (!names(read.state) || read.number === null)
    throw refuse('invalid', 'people.number', {
      zh: '身份证号不对，请核对位数和最后一位。',
      en: 'This is no identity number; please check its length and last character.',
    })
  return [...(await personsByNumber(ctx, [ctx.city.vault.hash('idNumber', read.number)])).values()]
}

async function persons(ctx: Context, { by, value }: Search): Promise<PersonWithKey[]> {
  return by === 'idNumber' ? byNumber(ctx, value) : loadPersons(ctx, await findSubjects(ctx, by, value))
}

/**
 * Finds persons of the actor's area by number, phone or whole name, for a purpose. Leaves a trace; few in an hour.
 * @throws Refusal `people.too-many` (429), `people.number` (422), `vault.purpose` (422). Inventory 002-61
 */
export async function findPersons(ctx: Context, search: Search): Promise<{ items: FoundPerson[]; more: boolean }> {
  const { purpose, by } = search
  if (!isPurpose(purpose)) throw refuse('invalid', 'vault.purpose', { zh: '请选一个用途。', en: 'Please choose a purpose.' })
  await checkAllowance(ctx, by)
  const reach = reachOf(ctx.actor, lookers)
  const kept = (await persons(ctx, search)).filter((one) => one.state === 'kept' && reach.some((scope) => one.area.startsWith(scope)))
  await noteLookup(ctx, by, purpose, postsIn(ctx.actor, lookers)[0]?.id ?? '', Math.min(kept.length, mostFound))
  const listed = kept.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, mostFound)
  return { items: await foundViews(ctx, listed), more: kept.length > mostFound }
}

/** Persons as a list shows them. */
export async function foundViews(ctx: Context, listed: readonly PersonWithKey[]): Promise<FoundPerson[]> {
  const ids = listed.map((one) => one.id)
  const areas = listed.map((one) => one.area)
  const [fields, areasSay] = [await readFields(ctx, ids), await areaNames(ctx, areas)]
  const today = localDate(ctx.now)
  return listed.map((one) => {
    const { name = '', idNumber = '', phone = '' } = fields.get(one.id) ?? {}
    const minor = isMinor(one.born, today)
    return {
      id: one.id,
      name: minor ? hidden : masked('name', name),
      idNumber: minor || idNumber === '' ? '' : masked('idNumber', idNumber),
      phone: minor || phone === '' ? '' : masked('phone', phone),
      area: one.area,
      areaName: areasSay.get(one.area) ?? one.area,
      age: one.born === null || minor ? null : ageOn(one.born, today),
    }
  })
}
