import type { z } from 'zod'
import type { Context } from '#platform/context'
import { maskFreeText } from '#platform/vault'
import { offered, type TraceWithWords } from '#mechanisms/flow'
import { caseFlow } from '../domain/case-flow.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { promiseOf } from '../domain/promise.ts'
import { sharedMoves } from '../domain/timeline.ts'
import type { PublicCase } from '../http/views.ts'
import { linkToken, printedCode } from '../secret.ts'
import { settingsOf } from '../settings.ts'
import { loadCase } from '../sql/store.ts'
import { dueOf, iso, matterNames, ownText } from './case-view.ts'
import { mainOf } from './joined.ts'
import { answersOf, asClaimed, historyOf, holderNow, holderTogether, stepsOf } from './timeline.ts'

/** Where a matter goes on: the last of those into which it was merged, or the same one in another county. */
async function continued(ctx: Context, matter: CaseMatter): Promise<CaseMatter> {
  const { continued_in, state } = matter.noun
  if (continued_in === null) return matter
  if (state !== 'transferred') return mainOf(ctx, matter)
  return loadCase({ ...ctx, actor: { ...ctx.actor, link: { noun: 'case', id: continued_in } } }, continued_in)
}

/** What the units did, for reporters of the same matter: nothing that another reporter said, was asked or sent, no photo, and words masked. */
function shared(rows: readonly TraceWithWords[]): TraceWithWords[] {
  return rows
    .filter((row) => row.post !== 'reporter' && sharedMoves.has(`${row.noun}.${row.move}`))
    .map((row) => ({
      ...row,
      facts: { ...row.facts, photos: [] },
      words: row.words && Object.fromEntries(Object.entries(row.words).map(([name, text]) => [name, maskFreeText(text).masked])),
    }))
}

interface Seen {
  readonly rows: readonly TraceWithWords[]
  readonly thereRows: readonly TraceWithWords[]
}

async function histories(ctx: Context, matter: CaseMatter, there: CaseMatter, together: boolean): Promise<Seen> {
  const rows = await historyOf(ctx, matter)
  if (there === matter) return { rows, thereRows: rows }
  const all = await historyOf(ctx, there)
  const thereRows = together ? shared(all) : all
  const both =
    together || matter.noun.state === 'transferred' ? [...rows, ...thereRows].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) : rows
  return { rows: both, thereRows }
}

/** A case as its reporter sees it. The context's actor is the reporter or the bearer of the secret link. */
export async function publicCase(ctx: Context, id: string): Promise<z.infer<typeof PublicCase>> {
  const matter = await loadCase(ctx, id)
  const there = await continued(ctx, matter)
  const { noun } = matter
  const together = there !== matter && noun.state !== 'transferred'
  const names = await matterNames(ctx, matter)
  const settings = await settingsOf(ctx)
  const token = linkToken(ctx.city.vault, id)
  const photoUrl = (one: string): string => `/api/public/files/${one}?token=${token}`
  const { rows, thereRows } = await histories(ctx, matter, there, together)
  const holder = together ? holderTogether(matter, there, names) : holderNow(there, names)
  const own = together ? matter : there
  return {
    number: noun.number,
    title: noun.title,
    text: ownText(ctx, matter),
    category: names.category(noun.category),
    place: { words: noun.place_words, area: names.area(noun.area).name },
    photos: noun.photos.map((one) => ({ id: one, url: photoUrl(one) })),
    state: noun.state,
    stateSay: caseFlow.states[noun.state]?.say ?? { zh: noun.state, en: noun.state },
    emergency: noun.emergency && noun.emergency_record === null,
    holder,
    promise: promiseOf(noun, holder, ctx.now),
    reportedAt: iso(noun.reported_at) ?? '',
    dueAt: dueOf(own),
    closedAt: iso(own.noun.closed_at),
    steps: stepsOf(rows, names, ctx.lang, photoUrl),
    together,
    answers: answersOf(thereRows, there, names).map(asClaimed),
    verdict: noun.verdict,
    satisfaction: noun.satisfaction,
    released: noun.released,
    version: noun.version,
    offered: offered(caseFlow, noun, { now: ctx.now, actor: ctx.actor, settings: settings(noun) }),
    link: `/c/${token}`,
    code: printedCode(ctx.city.vault, id),
  }
}
