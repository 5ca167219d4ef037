import type { Context } from '#platform/context'
import { type Message, notify, sendSms, toAccount } from '#platform/notify'
import type { Reaction, Told } from '#platform/outbox'
import { readFields } from '#platform/vault'
import { directory } from '#modules/orgs'
import { followMain } from './commands/follow-main.ts'
import { joinAsSaid } from './commands/join-as-said.ts'
import { forgetPersons } from './commands/forget-person.ts'
import { noteRepeats } from './commands/note-repeats.ts'
import { stepSay, toldEvents } from './domain/tell.ts'
import { linkPath } from './queries/follow.ts'

interface Facts {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly account: string | null
  readonly unit: string | null
  readonly phone: boolean
  readonly outcome: string | null
  readonly joins: boolean
  readonly saidSame: boolean
  readonly to: string
}

const factsOf = (event: Told): Facts => event.facts as unknown as Facts
const keyOf = (event: Told): string => `${event.kind}:${factsOf(event).id}:${factsOf(event).version}`

/** Tells the reporter of each step: in the inbox when signed in, by text message when there is only a phone. */
async function tellReporters(ctx: Context, events: readonly Told[]): Promise<void> {
  const orgs = await directory(ctx)
  const said = events.flatMap((event) => {
    const facts = factsOf(event)
    const say = stepSay(event.kind, {
      number: facts.number,
      unit: (facts.unit && orgs.unit(facts.unit)?.name) ?? '',
      outcome: facts.outcome,
    })
    return say ? [{ event, facts, say }] : []
  })
  const messages = said.flatMap(({ event, facts, say }): Message[] =>
    facts.account ? [{ region: event.region, to: toAccount(facts.account), key: keyOf(event), noun: 'case', nounId: facts.id, say }] : [],
  )
  await notify(ctx, messages)
  await textReporters(
    ctx,
    said.filter(({ facts }) => !facts.account && facts.phone),
  )
}

interface Said {
  readonly event: Told
  readonly facts: Facts
  readonly say: { readonly zh: string }
}

async function textReporters(ctx: Context, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return
  const rows = await ctx.db.query<{ id: string; subject_id: string }>({
    name: 'case.subjects',
    text: 'select c.id, c.subject_id from unnest($1::text[], $2::uuid[]) as w(region, id) join cases."case" c on c.region = w.region and c.id = w.id',
    values: [said.map((one) => one.event.region), said.map((one) => one.facts.id)],
  })
  const subjects = new Map(rows.map((row) => [row.id, row.subject_id]))
  const fields = await readFields(
    ctx,
    rows.map((row) => row.subject_id),
  )
  await sendSms(
    ctx,
    said.flatMap(({ event, facts, say }) => {
      const subjectId = subjects.get(facts.id)
      const phone = subjectId ? fields.get(subjectId)?.phone : undefined
      if (!subjectId || !phone) return []
      const text = `${say.zh}查看：${ctx.city.config.publicUrl}${linkPath(ctx, facts.id)}`
      return [{ region: event.region, phone, text, reason: 'step', subjectId, key: keyOf(event) }]
    }),
  )
}

/** Pages that show a list or a matter are told that it changed. */
async function refreshPages(ctx: Context, events: readonly Told[]): Promise<void> {
  const rows = await ctx.db.query<{ post: string; noun_id: string }>({
    name: 'case.waiting-posts',
    text: 'select i.post, i.noun_id from unnest($1::text[], $2::uuid[]) as w(region, id) join worklist.item i on i.region = w.region and i.noun_id = w.id',
    values: [events.map((event) => event.region), events.map((event) => factsOf(event).id)],
  })
  for (const row of rows) {
    const receiver = row.post.startsWith('account:') ? row.post : `post:${row.post}`
    ctx.city.live.changed([receiver], { noun: 'case', id: row.noun_id })
  }
}

/** One answer to all reporters of one matter. */
async function followMains(ctx: Context, events: readonly Told[]): Promise<void> {
  const facts = events.map(factsOf)
  const about = facts.filter((one) => one.joins || one.to === 'merged')
  for (const id of new Set(about.map((one) => one.id))) await followMain(ctx, id)
}

/** Who said that it is the same matter is joined to it, if it is. */
async function joinSaid(ctx: Context, events: readonly Told[]): Promise<void> {
  for (const one of events.map(factsOf)) if (one.saidSame) await joinAsSaid(ctx, one.id)
}

export const reactions: readonly Reaction[] = [
  { name: 'cases.join-said', on: ['case.report'], run: joinSaid },
  {
    name: 'cases.together',
    on: [
      'case.merge',
      'case.split',
      'case.ordersDone',
      'case.verify',
      'case.say',
      'case.callBack',
      'case.reopen',
      'case.reopenTogether',
      'case.decideReopen',
      'case.review',
      'case.extend',
      'case.refer',
      'case.confirmDecline',
    ],
    run: followMains,
  },
  { name: 'cases.tell', on: toldEvents, run: tellReporters },
  {
    name: 'cases.refresh',
    on: [
      'case.dispatch',
      'case.register',
      'case.ordersDone',
      'order.dispatched',
      'order.return',
      'order.object',
      'order.rule',
      'order.answerReturn',
      'order.askExtension',
      'order.feedback',
      'case.say',
      'case.reporterSilent',
      'case.reopen',
    ],
    run: refreshPages,
  },
  { name: 'cases.repeats', on: ['order.feedback'], run: noteRepeats },
  { name: 'cases.forget', on: ['person.erased'], run: forgetPersons },
]
