import type { Context } from '../context.ts'
import type { Say } from '../refusal.ts'
import { FIELD_SAY, PURPOSES } from '../vault/reveal.ts'

/** What the value of a fact is called; null where nobody has words for it. */
export type NameOf = (fact: string, value: string) => Say | null

/**
 * What a module calls the codes of its registers, for all values on a page at once. The codes of a module that has none are shown
 * as they are.
 */
export type Naming = (ctx: Context, values: readonly string[]) => Promise<NameOf>

/** Fields that a change of a register names. */
const fieldSay: Readonly<Record<string, Say>> = {
  ...FIELD_SAY,
  area: { zh: '区划', en: 'area' },
  attachedTo: { zh: '所在单位', en: 'attached to' },
  home: { zh: '涉及住处', en: 'concerns a home' },
  kind: { zh: '种类', en: 'kind' },
  limits: { zh: '期限', en: 'limits' },
  nameEn: { zh: '英文名称', en: 'English name' },
  parent: { zh: '上级', en: 'under' },
  plain: { zh: '说明', en: 'plain words' },
  severity: { zh: '紧急程度', en: 'severity' },
  uscc: { zh: '统一社会信用代码', en: 'social credit code' },
  validFrom: { zh: '生效日期', en: 'valid from' },
  validTo: { zh: '失效日期', en: 'valid to' },
  words: { zh: '关键词', en: 'key words' },
}

const formatSay: Readonly<Record<string, Say>> = {
  csv: { zh: 'CSV 表格', en: 'CSV' },
  xlsx: { zh: 'Excel 表格', en: 'Excel workbook' },
}

const platformSay: Readonly<Record<string, Readonly<Record<string, Say>>>> = {
  field: fieldSay,
  fields: fieldSay,
  purpose: PURPOSES,
  format: formatSay,
  kind: { staff: { zh: '工作人员', en: 'staff' }, resident: { zh: '居民', en: 'resident' } },
}

const own = (table: Readonly<Record<string, Say>> | undefined, value: string): Say | null =>
  table !== undefined && Object.hasOwn(table, value) ? (table[value] ?? null) : null

/** Looks a value up in tables of words by the name of its fact. */
export const fromTables =
  (tables: Readonly<Record<string, Readonly<Record<string, Say>>>>): NameOf =>
  (fact, value) =>
    own(Object.hasOwn(tables, fact) ? tables[fact] : undefined, value)

/** The words of the platform and of all modules: the first that knows a value names it. */
export function allNames(namings: readonly Naming[]): Naming {
  return async (ctx, values) => {
    const known = [fromTables(platformSay), ...(await Promise.all(namings.map((naming) => naming(ctx, values))))]
    return (fact, value) => {
      for (const nameOf of known) {
        const say = nameOf(fact, value)
        if (say) return say
      }
      return null
    }
  }
}
