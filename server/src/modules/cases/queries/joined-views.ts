import type { z } from 'zod'
import { type Context, systemActor } from '#platform/context'
import { maskFreeText } from '#platform/vault'
import { tracesOf, type TraceWithWords } from '#mechanisms/flow'
import { caseFlow } from '../domain/case-flow.ts'
import type { Case } from '../domain/case.ts'
import { sees } from '../domain/policy.ts'
import type { CaseView } from '../http/views.ts'
import { loadCase } from '../sql/store.ts'
import { type Joined, joinedTo } from './joined.ts'

const shown = 100

/** How many reports are opened for what their reporters added; those who added most lately come first. */
const opened = 20

type Added = z.infer<typeof CaseView>['joined'][number]['added']

/** What the reporter of a merged report added, phones and numbers masked: whoever handles the one work need not know whose they are. */
async function addedTo(ctx: Context, { id }: Joined): Promise<Added> {
  const { noun, key } = await loadCase({ ...ctx, actor: systemActor('cases') }, id)
  const rows = await tracesOf(ctx, noun.region, [noun.id], key)
  return rows
    .filter((row) => row.move === 'addWords' && row.words?.['words'])
    .map((row) => ({ at: row.at, words: maskFreeText(row.words?.['words'] ?? '').masked }))
}

/** Numbers of the reports whose reporters the history says were heard, the latest first. */
function heard(history: readonly TraceWithWords[]): string[] {
  const told = history.filter((row) => row.noun === 'case' && row.move === 'hearFollower').map((row) => String(row.facts['number']))
  return [...new Set(told.reverse())].slice(0, opened)
}

/** The reports that are one work with a matter, as whoever may read the matter reads them. */
export async function joinedViews(
  ctx: Context,
  noun: Case,
  history: readonly TraceWithWords[],
): Promise<z.infer<typeof CaseView>['joined']> {
  if (noun.joined === 0) return []
  const rows = await joinedTo(ctx, noun.id, shown)
  const wanted = new Set(heard(history))
  const added = new Map(
    await Promise.all(rows.filter((row) => wanted.has(row.number)).map(async (row) => [row.id, await addedTo(ctx, row)] as const)),
  )
  return rows.map((one) => ({
    id: one.id,
    number: one.number,
    title: one.title,
    text: one.text,
    added: added.get(one.id) ?? [],
    mayOpen: sees(ctx.actor, one, []),
    state: one.state,
    stateSay: caseFlow.states[one.state]?.say ?? { zh: one.state, en: one.state },
    reportedAt: one.reported_at.toISOString(),
    verdict: one.verdict,
  }))
}
