import { type Refusal, refuse } from '#platform/refusal'
import type { Level } from '#modules/orgs'
import type { Agreement, Directory, Entry } from './directory.ts'
import { type CaseFacts, rulesFor } from './suggest.ts'

/** 村（社区）and grid: what a department owes may not be handed down to them (国办函〔2025〕66号, 履职清单). */
const grassRoots: readonly Level[] = ['community', 'grid']

/**
 * Whether a matter of this rule may go to a unit of this level. Null: it may.
 * Gives the refusal `directory.department-matter` (422) when a department's matter would go down to a community or grid.
 */
export function mayDispatch(entry: Pick<Entry, 'grassRootsAllowed'>, level: Level): Refusal | null {
  if (entry.grassRootsAllowed || !grassRoots.includes(level)) return null
  return refuse('invalid', 'directory.department-matter', {
    zh: '这件事应由职能部门办理，不能派给社区、村或网格（国办函〔2025〕66号）。请派给目录里的主办单位；社区可以协助，但要由部门主办。',
    en: 'This is a department’s matter and may not be sent down to a community, village or grid. Please send it to the lead named in the directory.',
  })
}

/** The rules of the most specific class and place; they differ in severity alone. */
function nearest(rules: readonly Entry[]): readonly Entry[] {
  const [first] = rules
  return rules.filter((one) => one.category === first?.category && one.area === first.area)
}

/**
 * As `mayDispatch`, over the whole directory: the nearest rules decide, and where they differ by a severity that is not known, one that
 * allows it is enough. A matter of which the directory does not speak is left to the dispatcher.
 */
export function mayDispatchBy(directory: Directory, facts: CaseFacts, level: Level): Refusal | null {
  const rules = rulesFor(directory, facts)
  const deciding = facts.severity === null ? nearest(rules) : rules.slice(0, 1)
  const refusals = deciding.map((entry) => mayDispatch(entry, level))
  return refusals.length > 0 && refusals.every((one) => one !== null) ? (refusals[0] ?? null) : null
}

/** The refusal of a unit that would bounce what it agreed to take: `directory.joint-agreement` (409), inventory 000-05. */
export function mayNotReturn(agreement: Agreement): Refusal {
  return refuse('conflict', 'directory.joint-agreement', {
    zh: `共建协议「${agreement.title.zh}」约定这件事由双方共同办理，不能退回。有困难请申请延期，或请调度员增派协办单位。`,
    en: `By the joint-building agreement “${agreement.title.en}” both units handle this matter and neither may return it. Ask for more time, or for a supporting unit.`,
  })
}
