import type { Context } from '#platform/context'
import { caseView, moveCase, moveOrder } from '#modules/cases'
import type { ReadRow } from '#modules/imports'
import { dispatcherOf, replayer } from './city.ts'
import { inventedTimes, parts } from './figures.ts'

/** A message whose answer and both times are known, in order. */
export type AnsweredRow = ReadRow & { readonly reply: string; readonly repliedAt: Date }

export function isAnswered(row: ReadRow): row is AnsweredRow {
  return row.reply !== null && row.reply.length > 1 && row.repliedAt !== null && row.repliedAt >= row.reportedAt
}

const leadOf = (orders: readonly { id: string; lead: boolean; unit: { id: string } }[]) => orders.find((one) => one.lead)

/**
 * Lives a message's life through the ordinary commands, the context carrying the time: the dispatcher sends it to the unit that the
 * directory suggests, the unit acknowledges it, and answers with the real words at the real time. What kind of answer it was nobody has said,
 * so it counts as explained, never as solved; and no verdict is made up: the matter waits to be verified.
 * Gives the state in which it then stands.
 */
export async function live(ctx: Context, city: string, id: string, row: AnsweredRow): Promise<string> {
  const times = inventedTimes(row)
  const dispatcher = { ...ctx, once: null, actor: dispatcherOf(city), now: times.dispatchedAt }
  const { suggestion } = await caseView(dispatcher, id)
  if (!suggestion?.lead) throw new Error(`the directory says nothing of ${id}`)
  await moveCase(dispatcher, id, 'dispatch', { lead: suggestion.lead.id })
  const order = leadOf((await caseView(dispatcher, id)).orders)
  if (!order) throw new Error(`${id} has no lead order`)
  const handler = { ...dispatcher, actor: replayer('departmentHandler', order.unit.id, order.unit.id.split('-')[0] ?? city) }
  await moveOrder({ ...handler, now: times.acknowledgedAt }, order.id, 'acknowledge', {})
  const answer = { ...handler, now: row.repliedAt }
  const said = parts(row.reply)
  for (const words of said.slice(0, -1)) await moveOrder(answer, order.id, 'handle', { words })
  await moveOrder(answer, order.id, 'feedback', { kind: 'explained', words: said.at(-1) })
  return (await caseView(answer, id)).state
}
