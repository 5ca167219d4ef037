import type { Say } from '#platform/refusal'
import type { Level } from '#modules/orgs'
import { type Entry, isBody, ruleId } from './directory.ts'

/** What keeps a draft from being published. */
export type Fault = { readonly rule: string | null; readonly code: string; readonly say: Say }

export type Known = {
  /** Level of a unit in force; null for one that is not there. */
  levelOf(unit: string): Level | null
  /** Whether the catalogue has the class, or a class that begins so. */
  hasCategory(prefix: string): boolean
  /** Whether the city has an area of this scope; '' is the whole city. */
  hasArea(scope: string): boolean
}

const fault = (rule: string | null, code: string, zh: string, en: string): Fault => ({ rule, code, say: { zh, en } })

function leadLevel(entry: Entry, known: Known): Level | null {
  if (!isBody(entry.lead)) return known.levelOf(entry.lead)
  return ({ '@property': 'company', '@community': 'community', '@subdistrict': 'subdistrict', '@county': 'department' } as const)[
    entry.lead
  ]
}

function faultsOf(entry: Entry, known: Known): readonly Fault[] {
  const rule = ruleId(entry)
  const level = leadLevel(entry, known)
  const lost = entry.support.filter((unit) => !isBody(unit) && known.levelOf(unit) === null)
  const descends = !entry.grassRootsAllowed && (level === 'community' || level === 'grid')
  return [
    ...(known.hasCategory(entry.category) ? [] : [fault(rule, 'category', '没有这个类别', 'No such category')]),
    ...(known.hasArea(entry.area) ? [] : [fault(rule, 'area', '没有这个区划', 'No such area')]),
    ...(level === null ? [fault(rule, 'lead', '主办单位不存在或已撤销', 'The lead does not exist or has ended')] : []),
    ...(lost.length > 0 ? [fault(rule, 'support', '协办单位不存在或已撤销', 'A supporting unit does not exist or has ended')] : []),
    ...(descends
      ? [
          fault(
            rule,
            'department-matter',
            '部门的事不能定给社区、村或网格主办',
            'A department’s matter may not be led by a community or grid',
          ),
        ]
      : []),
  ]
}

/** Everything that keeps a draft from being published; none means that it may. A directory must have a last resort (兜底) for every matter and place. */
export function faultsIn(entries: readonly Entry[], known: Known): readonly Fault[] {
  const lastResort = entries.some((one) => one.category === '' && one.area === '' && one.severity === null)
  const missing = lastResort
    ? []
    : [fault(null, 'last-resort', '缺少兜底规则（全部类别、全市）', 'There is no last resort (all categories, whole city)')]
  return [...missing, ...entries.flatMap((entry) => faultsOf(entry, known))]
}
