import type { Context } from '#platform/context'
import { type Message, notify, toAccount } from '#platform/notify'
import type { Told } from '#platform/outbox'
import { eraseSubject } from '#platform/vault'
import { loadPersons } from '../sql/persons.ts'

interface Facts {
  readonly id: string
  readonly version: number
  readonly account: string
  readonly kind: string
  readonly personId: string
}

const factsOf = (event: Told): Facts => event.facts as unknown as Facts

/** A deletion that was granted destroys the key of the person, and of everybody joined into them. Harmless when repeated. */
export async function eraseGranted(ctx: Context, events: readonly Told[]): Promise<void> {
  for (const { kind, personId } of events.map(factsOf)) {
    if (kind !== 'deletion') continue
    const [person] = await loadPersons(ctx, [personId])
    const joined = await ctx.db.query<{ id: string }>({
      name: 'people.joined-into',
      text: 'select id from people.person where joined_into = $1',
      values: [personId],
    })
    for (const id of [...(person ? [person.id] : []), ...joined.map((row) => row.id)]) await eraseSubject(ctx, id)
  }
}

/** Tells the person that what they asked was answered. */
export async function tellAsker(ctx: Context, events: readonly Told[]): Promise<void> {
  const messages = events.flatMap((event): Message[] => {
    const { id, version, account, kind } = factsOf(event)
    if (kind === 'breakGlass') return []
    const granted = event.kind === 'personRequest.answer'
    const say = granted
      ? { zh: '您关于个人信息的申请已经办好。', en: 'What you asked about your data was done.' }
      : { zh: '您关于个人信息的申请没有同意，理由已写明。', en: 'What you asked about your data was declined; the reason is given.' }
    return [{ region: event.region, to: toAccount(account), key: `${event.kind}:${id}:${version}`, noun: 'personRequest', nounId: id, say }]
  })
  await notify(ctx, messages)
}
