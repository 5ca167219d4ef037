import type { Actor, Context } from '../context.ts'
import { newId } from '../ids.ts'
import type { Say } from '../refusal.ts'

/** A message for an account or a post. */
export interface Message {
  readonly region: string
  /** `toAccount(…)` or `toPost(…)`. */
  readonly to: string
  /** What happened, such as `case.dispatched:<id>:<version>`: the same receiver is told once. */
  readonly key: string
  readonly noun: string
  readonly nounId: string
  /** Without personal data: numbers, states, units and times. */
  readonly say: Say
}

/** The receiver that is one account. */
export const toAccount = (id: string): string => `account:${id}`

/** The receiver that is everybody on a post. */
export const toPost = (id: string): string => `post:${id}`

/** All receivers that an actor is: the account and its posts. */
export function receiversOf(actor: Actor): string[] {
  return [...(actor.id === null ? [] : [toAccount(actor.id)]), ...actor.posts.map((post) => toPost(post.id))]
}

/** Puts messages into inboxes, all in one statement, and tells open pages. Harmless when repeated. */
export async function notify(ctx: Context, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return
  const rows = messages.map(({ region, to, key, noun, nounId, say }) => ({
    region,
    id: newId(region, ctx.now),
    receiver: to,
    key,
    noun,
    noun_id: nounId,
    say,
    at: ctx.now,
  }))
  const told = await ctx.db.query<{ receiver: string; noun: string; noun_id: string }>({
    name: 'notify.add',
    text: `insert into notify.message select * from jsonb_populate_recordset(null::notify.message, $1::jsonb)
      on conflict on constraint message_once do nothing returning receiver, noun, noun_id`,
    values: [JSON.stringify(rows)],
  })
  for (const one of told) ctx.city.live.changed([one.receiver], { noun: one.noun, id: one.noun_id })
}

export interface InboxRow {
  readonly id: string
  readonly noun: string
  readonly noun_id: string
  readonly say: Say
  readonly at: Date
  readonly read_at: Date | null
}

/** One page of the actor's inbox, newest first; `after` is the id of the last row seen. */
export async function inboxPage(ctx: Context, after: string | null, limit: number): Promise<InboxRow[]> {
  return ctx.db.query<InboxRow>({
    name: 'notify.page',
    text: `select m.id, m.noun, m.noun_id, m.say, m.at, m.read_at from unnest($1::text[]) as r(receiver) cross join lateral (
        select * from notify.message n where n.receiver = r.receiver and ($2::uuid is null or n.id < $2) order by n.id desc limit $3) m
      order by m.id desc limit $3`,
    values: [receiversOf(ctx.actor), after, limit],
  })
}

/** How much the actor has not read, counted to 100. */
export async function unreadCount(ctx: Context): Promise<number> {
  const [row] = await ctx.db.query<{ n: number }>({
    name: 'notify.unread',
    text: 'select count(*) as n from (select 1 from notify.message where receiver = any($1) and read_at is null limit 100) unread',
    values: [receiversOf(ctx.actor)],
  })
  return row?.n ?? 0
}

/** Marks messages as read, all of the actor's when no ids are given; gives how many were unread. */
export async function markRead(ctx: Context, ids: readonly string[] | null): Promise<number> {
  const rows = await ctx.db.query({
    name: 'notify.read',
    text: `update notify.message set read_at = $3 where receiver = any($1) and read_at is null and ($2::uuid[] is null or id = any($2)) returning 1`,
    values: [receiversOf(ctx.actor), ids, ctx.now],
  })
  return rows.length
}
