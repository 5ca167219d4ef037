import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { type Report, reportCase } from '#modules/cases'
import { findCategory, isInUse } from '#modules/catalogue'
import { reportText, type Trouble } from '../domain/troubles.ts'
import { cardOf } from '../queries/card.ts'

/** What somebody says of a component: one tap, and beside it what they like. */
export interface Fault extends Pick<Report, 'photos' | 'reporter' | 'anonymous'> {
  readonly trouble: Trouble
  readonly words?: string | undefined
}

/**
 * Reports what is wrong with a component, through the ordinary intake, with its place and class filled in; the matter is linked to it in the same
 * statement (002-67). Gives the case.
 * @throws Refusal `component.no-such-card` (404), `component.removed` (409)
 */
export async function reportFault(ctx: Context, typed: string, fault: Fault): ReturnType<typeof reportCase> {
  const one = await cardOf(ctx, typed)
  if (one.state === 'removed') {
    throw refuse('conflict', 'component.removed', {
      zh: '这个部件已经移除。这里有别的事，请直接说一件事。',
      en: 'It has been removed. If something else is wrong here, please report a matter.',
    })
  }
  const { trouble, words = '', ...who } = fault
  const place = { lon: one.lon, lat: one.lat, source: 'wgs84', area: one.area, ...(one.place_words && { words: one.place_words }) } as const
  const kind = await findCategory(ctx, one.type)
  const category = kind && isInUse(kind, localDate(ctx.now)) ? kind.code : undefined
  const report: Report = { ...who, channel: 'app', text: reportText(one.name, one.code, trouble, words), category, place }
  return reportCase(ctx, report, (sql, made, prefix) => {
    const values = [one.region, one.id, made.id, ctx.now].map((value) => sql.bind(value)).join(', ')
    sql.with(`${prefix}linked`, `insert into components.matter (region, component_id, case_id, at) values (${values})`)
  })
}
