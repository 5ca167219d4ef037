import type { Context } from '#platform/context'
import { allSources } from '../sql/sources.ts'

/** The departments that send records, with how far each is believed. */
export async function sourceViews(ctx: Context) {
  return [...(await allSources(ctx)).values()].map(({ code, name, nameEn, trust }) => ({ code, name: { zh: name, en: nameEn }, trust }))
}
