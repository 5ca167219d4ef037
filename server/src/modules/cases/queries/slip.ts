import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { clockText } from '#platform/spreadsheet'
import { tracesOf } from '#mechanisms/flow'
import { cityArea } from '#modules/areas'
import { printedCode } from '../secret.ts'
import type { CaseMatter } from '../domain/moves/matter.ts'
import { promiseOf } from '../domain/promise.ts'
import { slipPage } from '../domain/slip-page.ts'
import { loadCase } from '../sql/store.ts'
import { caseView } from './case-view.ts'
import { linkPath } from './follow.ts'

const dayMs = 86_400_000

/** The receipt with the secret link is for the reporter: whoever took the matter in prints it within a day, and nobody else can. */
async function mayPrintLink(ctx: Context, { noun, key }: CaseMatter): Promise<boolean> {
  const [first] = (await tracesOf(ctx, noun.region, [noun.id], key)).filter((row) => row.from_state === null)
  return first !== undefined && ctx.actor.id !== null && first.actor_id === ctx.actor.id && ctx.now.getTime() - Date.parse(first.at) < dayMs
}

async function secretOf(ctx: Context, id: string): Promise<{ link: string; code: string; qr: string }> {
  const link = `${ctx.city.config.publicUrl}${linkPath(ctx, id)}`
  return {
    link,
    code: printedCode(ctx.city.vault, id),
    qr: await (await import('qrcode')).default.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
  }
}

/** A matter on paper (004-11), in large print if asked for; leaves an audit row. @throws Refusal `case.missing` (404) */
export async function slipOf(ctx: Context, id: string, large: boolean): Promise<string> {
  const view = await caseView(ctx, id)
  const matter = await loadCase(ctx, id)
  const secret = (await mayPrintLink(ctx, matter)) ? await secretOf(ctx, id) : null
  await audit(ctx, {
    action: 'case.printed',
    object: { kind: 'case', id: view.id },
    post: ctx.actor.posts[0]?.id ?? null,
    facts: { large, link: secret !== null },
  })
  return slipPage({
    lang: ctx.lang,
    large,
    city: (await cityArea(ctx))?.name ?? '',
    number: view.number,
    reportedAt: clockText(new Date(view.reportedAt)),
    category: view.category.name,
    place: [view.area.name, view.place?.words].filter(Boolean).join(' '),
    text: view.text,
    state: view.stateSay,
    holder: view.holder,
    promise: promiseOf(matter.noun, view.holder, ctx.now),
    secret,
  })
}
