import type { Actor, Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { caseFlow } from '../domain/case-flow.ts'
import { readNumber } from '../domain/number.ts'
import { readCode } from '../domain/secret.ts'
import { codeHash, last4Hash, linkToken, readToken } from '../secret.ts'
import { findByCode, findByNumber, loadCase } from '../sql/store.ts'
import { namesFor } from './names.ts'
import { mainOf } from './joined.ts'
import { holderTogether } from './timeline.ts'

function noSuchLink(): Error {
  return refuse('missing', 'case.no-such-link', {
    zh: '这个链接或查询码不对，请核对后再试。',
    en: 'This link or code is not right; please check it.',
  })
}

/** The same context for the bearer of a secret link: it opens one matter and nothing else. */
export function asBearer(ctx: Context, id: string): Context {
  const actor: Actor = { ...ctx.actor, kind: ctx.actor.kind === 'visitor' ? 'visitor' : ctx.actor.kind, link: { noun: 'case', id } }
  return { ...ctx, actor }
}

/** The case that a secret link or the printed code opens. @throws Refusal `case.no-such-link` (404) */
export async function openLink(ctx: Context, tokenOrCode: string): Promise<string> {
  const id = readToken(ctx.city.vault, tokenOrCode)
  if (id) return id
  const code = readCode(tokenOrCode)
  const found = code ? await findByCode(ctx, codeHash(ctx.city.vault, code)) : []
  if (found.length !== 1 || !found[0]) throw noSuchLink()
  return found[0]
}

const hourMs = 3_600_000
const triesAnHour = 5

/** Counts a failed try; it stays counted although the look-up is refused. */
async function failedTry(ctx: Context, number: string): Promise<void> {
  await ctx.db.query({
    name: 'case.lookup-failed',
    text: 'insert into cases.lookup_try (number, at) values ($1, $2)',
    values: [number, ctx.now],
  })
}

async function checkTries(ctx: Context, number: string): Promise<void> {
  const [row] = await ctx.db.query<{ n: number }>({
    name: 'case.lookup-tries',
    text: 'select count(*) as n from cases.lookup_try where number = $1 and at > $2',
    values: [number, new Date(ctx.now.getTime() - hourMs)],
  })
  if ((row?.n ?? 0) < triesAnHour) return
  throw refuse(
    'limited',
    'case.too-many-tries',
    {
      zh: '这个编号一小时内已试错 5 次，请一小时后再试，或拨打热线。',
      en: 'Five wrong tries within an hour; please try again in an hour or call the hotline.',
    },
    { retryAfter: 3600 },
  )
}

/** Number and the last four digits of the phone show state, holder and date alone. @throws Refusal `case.no-such-number` (404), `case.too-many-tries` (429) */
export async function lookUp(ctx: Context, typed: { number: string; phoneLast4: string }) {
  const number = readNumber(typed.number)
  if (number) await checkTries(ctx, number)
  const id = number && (await findByNumber(ctx, number))
  const matter = id ? await loadCase(asBearer(ctx, id), id) : null
  const hash = number ? last4Hash(ctx.city.vault, number, typed.phoneLast4) : null
  if (!matter?.noun.last4_hash || !hash || !hash.equals(Buffer.from(matter.noun.last4_hash))) {
    if (number) await failedTry(ctx, number)
    throw refuse('missing', 'case.no-such-number', {
      zh: '编号或手机尾号不对，请核对。一小时最多试 5 次。',
      en: 'Number or last digits do not match; please check. Five tries an hour.',
    })
  }
  const names = await namesFor(ctx, {})
  const finish = matter.noun.clocks.find((life) => life.name === 'finish' && life.stoppedAt === null)
  return {
    number: matter.noun.number,
    state: matter.noun.state,
    stateSay: caseFlow.states[matter.noun.state]?.say ?? { zh: '', en: '' },
    holder: holderTogether(matter, await mainOf(ctx, matter), names),
    dueAt: finish?.dueAt ?? null,
  }
}

/** The path of the secret link of a case. */
export function linkPath(ctx: Context, id: string): string {
  return `/c/${linkToken(ctx.city.vault, id)}`
}
