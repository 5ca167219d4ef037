import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { caseCodeOf, findDanger } from '#modules/catalogue'
import { reportCase, reportedRequest } from '#modules/cases'
import { receiptOf } from '../domain/answers.ts'
import type { Posted } from '../domain/posted.ts'
import { service } from '../queries.ts'

/** The refusal of a post without a key, before anything is read. @throws Refusal `open311.no-key` (401) */
export function checkKey(ctx: Context): void {
  if (ctx.actor.kind === 'partner') return
  throw refuse('unauthenticated', 'open311.no-key', {
    zh: 'api_key 缺失或无效。提交诉求需要密钥，查询不需要。',
    en: 'api_key is missing or not valid. Posting needs a key; reading needs none.',
  })
}

/** What the poster is told of the case with this id; the same again when the post is repeated. */
export async function receipt(ctx: Context, id: string, text: string | null): Promise<ReturnType<typeof receiptOf>> {
  const found = await reportedRequest(ctx, id)
  if (!found) throw refuse('missing', 'open311.no-such-request', { zh: '没有找到这个编号。', en: 'service_request_id was not found.' })
  const { request, emergency, link } = found
  const own = (await service(ctx, request.category.code)).emergency?.say
  const danger = emergency ? (findDanger(text ?? '')?.say ?? own)?.[ctx.lang] : undefined
  return receiptOf(request, ctx.lang, `${ctx.city.config.publicUrl}${link}`, danger ?? null)
}

/**
 * Takes a request in through the same door as every other channel and gives the id of its case.
 * @throws Refusal `open311.no-such-service` (404), and those of `reportCase`
 */
export async function postRequest(ctx: Context, posted: Posted): Promise<string> {
  const { name } = await service(ctx, posted.code)
  const made = await reportCase(ctx, {
    channel: 'open311',
    text: posted.description ?? name[ctx.lang],
    category: caseCodeOf(posted.code),
    place: posted.point && { ...posted.point, source: 'wgs84', words: posted.address ?? undefined },
    address: posted.address ?? undefined,
    area: posted.addressId ?? undefined,
    reporter: { name: posted.name ?? undefined, phone: posted.phone ?? undefined },
    anonymous: posted.name === null && posted.phone === null,
  })
  return made.id
}
