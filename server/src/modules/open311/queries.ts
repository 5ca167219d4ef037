import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { caseCodeOf, type CityCategory, findCategory, listCategories } from '#modules/catalogue'
import { type PublicRequest, publicRequests, publicRequestsByNumber } from '#modules/cases'
import type { Wanted } from './domain/asked.ts'

/** The whole catalogue: what a case can be about, and the components of the standard. */
export async function services(ctx: Context): Promise<CityCategory[]> {
  const groups = [...(await listCategories(ctx, { kind: 'case' })), ...(await listCategories(ctx, { kind: 'component' }))]
  return groups.flatMap((group) => group.items)
}

/** One service. @throws Refusal `open311.no-such-service` (404) */
export async function service(ctx: Context, code: string): Promise<CityCategory> {
  const found = await findCategory(ctx, code)
  if (found) return found
  throw refuse('missing', 'open311.no-such-service', { zh: `没有 service_code ${code}。`, en: `service_code ${code} was not found.` })
}

/** A page of requests. */
export function requests(ctx: Context, wanted: Wanted): Promise<PublicRequest[]> {
  if (wanted.numbers) return publicRequestsByNumber(ctx, wanted.numbers)
  const { from, to, isOpen, page, pageSize } = wanted
  const categories = wanted.codes?.map(caseCodeOf)
  return publicRequests(ctx, { from, to, isOpen, categories, limit: pageSize, offset: (page - 1) * pageSize })
}

/** One request. @throws Refusal `open311.no-such-request` (404) */
export async function request(ctx: Context, number: string): Promise<PublicRequest> {
  const [found] = await publicRequestsByNumber(ctx, [number])
  if (found) return found
  throw refuse('missing', 'open311.no-such-request', { zh: '没有找到这个编号。', en: 'service_request_id was not found.' })
}
