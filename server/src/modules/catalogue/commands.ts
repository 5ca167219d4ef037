import { audit } from '#platform/audit'
import type { Context } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { otherCode } from './domain/catalogue.ts'
import { type CategoryLimits, type CityCategory, isLocalGroup, localRange, type Severity } from './domain/category.ts'
import { findGroup } from './domain/facts/groups.ts'
import { keywordsOf } from './domain/rows.ts'
import { forget } from './shelf.ts'
import { holdEdition, insertLocal, load, save } from './sql/store.ts'

/** What a city may decide about a class. Code, scheme and name of a standard class are not the city's to change. */
export type CategoryChange = {
  readonly version: number
  readonly enabled?: boolean | undefined
  readonly plain?: Say | undefined
  readonly severity?: Severity | undefined
  readonly home?: boolean | undefined
  readonly limits?: CategoryLimits | undefined
  readonly words?: string | undefined
  readonly validFrom?: string | null | undefined
  readonly validTo?: string | null | undefined
}

/** A text of keywords must be readable to the last word. @throws Refusal `catalogue.words` (422) */
function checkWords(words: string): void {
  const parts = words.split(' ').filter((part) => part !== '')
  if (keywordsOf(parts.join(' ')).length === parts.length || parts.length === 0) return
  throw refuse('invalid', 'catalogue.words', {
    zh: '识别词写法不对。词与词之间空一格，可写权重 1–9，例如：路灯*3 楼道+灯*4 -红绿灯*2。',
    en: 'The words cannot be read. Divide them by blanks; a weight of 1–9 may follow, such as: 路灯*3 楼道+灯*4 -红绿灯*2.',
  })
}

function checkDates(from: string | null, to: string | null): void {
  if (from === null || to === null || from <= to) return
  throw refuse('invalid', 'catalogue.dates', {
    zh: '停用日期早于启用日期。请检查两个日期。',
    en: 'The last day lies before the first. Please check both dates.',
  })
}

const tidyWords = (words: string): string => words.split(/\s+/u).filter(Boolean).join(' ')

/**
 * Changes what a city may decide about a class; old cases keep their class.
 * @throws Refusal `catalogue.missing` (404) · `catalogue.stale` (409) somebody else changed it first · `catalogue.other-stays` (409)
 * · `catalogue.words` · `catalogue.dates` (422)
 */
export async function changeCategory(ctx: Context, code: string, change: CategoryChange): Promise<CityCategory> {
  await holdEdition(ctx.db)
  const before = await load(ctx.db, code)
  if (before === null) throw refuse('missing', 'catalogue.missing', { zh: '没有这个类别。', en: 'There is no such category.' })
  if (code === otherCode && [change.enabled ?? true, change.validTo ?? true, change.validFrom ?? true].some((one) => one !== true)) {
    throw refuse('conflict', 'catalogue.other-stays', {
      zh: '「其他」不能停用：认不出类别的诉求要有地方放。',
      en: '“Other” cannot be switched off: what no rule recognises needs a place.',
    })
  }
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const words = tidyWords(change.words ?? before.words)
  const after: CityCategory = { ...before, ...Object.fromEntries(given), words }
  checkWords(words)
  checkDates(after.validFrom, after.validTo)
  const saved = await save(ctx, after, {
    fields: given
      .map(([name]) => name)
      .filter((name) => name !== 'version')
      .join(','),
  })
  if (saved === null) {
    throw refuse('conflict', 'catalogue.stale', {
      zh: '这个类别刚被别人改过。请刷新后再改。',
      en: 'Somebody has just changed this category. Please reload and change it again.',
    })
  }
  forget(ctx.city)
  return saved
}

export type NewCategory = {
  /** The group (20–29) it belongs to. */
  readonly group: string
  readonly name: Say
  readonly plain: Say
  readonly severity: Severity
  readonly home: boolean
  readonly limits?: CategoryLimits | undefined
  readonly words?: string | undefined
}

/**
 * Adds a class of the city's own; the server gives the code (group + 500 … 998).
 * @throws Refusal `catalogue.standard-group` (422) 01–10 belong to the standard · `catalogue.group-full` (409) · `catalogue.words` (422)
 */
export async function addCategory(ctx: Context, wanted: NewCategory): Promise<CityCategory> {
  const group = findGroup(wanted.group)
  if (group === undefined || !isLocalGroup(group.code)) {
    throw refuse('invalid', 'catalogue.standard-group', {
      zh: '新类别只能加在 20–29 组：01–10 组是国家标准的。',
      en: 'A new category goes into the groups 20–29: 01–10 belong to the national standard.',
    })
  }
  const words = tidyWords(wanted.words ?? '')
  checkWords(words)
  await holdEdition(ctx.db)
  const { from, to } = localRange(group.code)
  const facts = {
    scheme: 'linli',
    kind: 'livelihood',
    group,
    keywords: [],
    enabled: true,
    local: true,
    validFrom: null,
    validTo: null,
  } as const
  const { name, plain, severity, home } = wanted
  const made = await insertLocal(ctx, { ...facts, name, plain, severity, home, limits: wanted.limits ?? {}, words, version: 1 }, from, to)
  if (made === null) {
    throw refuse('conflict', 'catalogue.group-full', {
      zh: '这一组的编号已用完，请加在别的组。',
      en: 'This group has no number left; please use another.',
    })
  }
  await audit(ctx, { action: 'category.added', object: { kind: 'category', id: made.code } })
  forget(ctx.city)
  return made
}
