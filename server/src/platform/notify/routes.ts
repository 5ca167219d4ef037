import { z } from 'zod'
import type { Context } from '../context.ts'
import { isDemonstration } from '../demonstration.ts'
import { openEvents } from '../http/events.ts'
import { route } from '../route.ts'
import { inboxPage, markRead, receiversOf, unreadCount } from './inbox.ts'
import { deliveryPage, textsOf } from './sms.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

const Inbox = z
  .object({
    items: z.array(
      z.object({ id: z.string(), noun: z.string(), nounId: z.string(), say: Words, at: z.string(), readAt: z.string().nullable() }),
    ),
    next: z.string().nullable(),
    unread: z.number().int(),
  })
  .meta({ id: 'Inbox' })

const Deliveries = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        channel: z.string(),
        to: z.string(),
        reason: z.string(),
        state: z.string(),
        at: z.string(),
        /** Only in the demonstration. */
        text: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'DeliveryList' })

const Page = z.strictObject({ after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

async function inbox(ctx: Context, query: z.output<typeof Page>): Promise<z.input<typeof Inbox>> {
  const [rows, unread] = await Promise.all([inboxPage(ctx, query.after ?? null, query.limit), unreadCount(ctx)])
  const items = rows.map((row) => ({
    id: row.id,
    noun: row.noun,
    nounId: row.noun_id,
    say: row.say,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }))
  return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null, unread }
}

async function deliveries(ctx: Context, query: z.output<typeof Page>): Promise<z.input<typeof Deliveries>> {
  const rows = await deliveryPage(ctx, query.after ?? null, query.limit)
  const texts = (await isDemonstration(ctx.db)) ? await textsOf(ctx, rows) : new Map<string, string>()
  const items = rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    to: row.masked,
    reason: row.reason,
    state: row.state,
    at: row.at.toISOString(),
    text: texts.get(row.id) ?? null,
  }))
  return { items, next: items.length === query.limit ? (items.at(-1)?.id ?? null) : null }
}

/** Routes of the inbox, of open pages and of the delivery log. */
export const notifyRoutes = [
  route({
    method: 'get',
    path: '/api/inbox',
    operation: 'listInbox',
    tag: 'notify',
    say: { zh: '列出我和我的岗位收到的消息', en: 'List what I and my posts were told' },
    access: 'signedIn',
    scope: 'own',
    query: Page,
    answers: { 200: Inbox },
    handle: (ctx, { query }) => inbox(ctx, query),
  }),
  route({
    method: 'post',
    path: '/api/inbox/read',
    operation: 'readInbox',
    tag: 'notify',
    say: { zh: '把消息标为已读；不给编号则全部标为已读', en: 'Mark messages as read; all of them when no ids are given' },
    access: 'signedIn',
    scope: 'own',
    body: z.strictObject({ ids: z.array(z.uuid()).max(200).optional() }),
    answers: { 200: z.object({ read: z.number().int() }).meta({ id: 'InboxRead' }) },
    handle: async (ctx, { body }) => ({ read: await markRead(ctx, body.ids ?? null) }),
  }),
  route({
    method: 'get',
    path: '/api/events',
    operation: 'listenToEvents',
    tag: 'notify',
    say: {
      zh: '打开事件流（server-sent events）：event: changed，data: {noun,id}',
      en: 'Open a stream of server-sent events: event: changed, data: {noun,id}',
    },
    access: 'signedIn',
    scope: 'own',
    answers: { 200: null },
    limit: 60,
    handle: async (ctx, { http }) => {
      const stream = openEvents(http)
      stream.write('retry: 3000\n\n')
      const remove = ctx.city.live.add({
        sessionId: ctx.actor.sessionId ?? ctx.requestId,
        receivers: receiversOf(ctx.actor),
        write: (text) => stream.write(text),
        end: () => stream.end(),
      })
      stream.onClose(remove)
    },
  }),
  route({
    method: 'get',
    path: '/api/deliveries',
    operation: 'listDeliveries',
    tag: 'notify',
    say: {
      zh: '列出短信发送记录（号码打码；演示城市可见内容）',
      en: 'List text messages sent (numbers masked; words only in the demonstration)',
    },
    access: ['systemAdmin'],
    scope: 'none',
    query: Page,
    answers: { 200: Deliveries },
    handle: (ctx, { query }) => deliveries(ctx, query),
  }),
]
