import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { refuse, type Say } from '#platform/refusal'
import { caseCodeOf } from '#modules/catalogue'
import { draftForChange, putRule, ruleBefore, ruleId } from '#modules/directory'
import { unitOf } from '#modules/orgs'
import { type Precedent, unequal } from '../domain/precedent.ts'
import { numbersOf, precedentsByIds } from '../queries/precedents.ts'

const why: Readonly<Record<NonNullable<ReturnType<typeof unequal>>, Say>> = {
  'unequal-class': { zh: '这些裁决不是同一类别，请分开定规则。', en: 'These rulings are of different classes; make a rule of each.' },
  'unequal-unit': {
    zh: '这些裁决定给了不同的单位，不能合成一条规则。',
    en: 'These rulings name different units and cannot make one rule.',
  },
  'unequal-county': { zh: '这些裁决不在同一个县区，请分开定规则。', en: 'These rulings lie in different counties; make a rule of each.' },
}

/** What the rule rests on: when it was ruled, in which matters. */
function basisOf(rulings: readonly Precedent[], numbers: ReadonlyMap<string, string>): Say {
  const named = rulings.slice(0, 3).map((one) => `${localDate(one.ruled_at)} ${numbers.get(one.case_id) ?? ''}`.trim())
  const zh = `裁决 ${rulings.length} 件：${named.join('、')}${rulings.length > 3 ? ' 等' : ''}`
  const en = `${rulings.length} ruling${rulings.length === 1 ? '' : 's'}: ${named.join(', ')}${rulings.length > 3 ? ' and others' : ''}`
  return { zh, en }
}

const notThere = () =>
  refuse('missing', 'precedent.missing', {
    zh: '有的裁决找不到了，请刷新后重选。',
    en: 'A ruling is not there; please reload and choose again.',
  })

/**
 * Makes one rule of the draft of rulings that say the same (one class, one unit, one county): the rulings are named as its source. Begins a
 * draft when there is none. A ruling says who leads; who helps stays as the directory had it for such matters. A later ruling to the contrary stands in the way.
 * @throws Refusal `precedent.missing` (404) · `precedent.opposed`, `precedent.unequal-class`, `precedent.unequal-unit`, `precedent.unequal-county` (422)
 */
export async function ruleFromPrecedents(ctx: Context, ids: readonly string[]): Promise<{ edition: number; rule: string }> {
  const rulings = await precedentsByIds(ctx, ids)
  const [first] = rulings
  if (first === undefined || rulings.length < new Set(ids).size) throw notThere()
  const code = unequal(rulings)
  if (code !== null) throw refuse('invalid', `precedent.${code}`, why[code])
  if (rulings.some((one) => one.opposed_by !== null)) {
    throw refuse('invalid', 'precedent.opposed', {
      zh: '后来有相反的裁决。请依据后来的那件定规则。',
      en: 'A later ruling says the opposite. Make the rule of that one.',
    })
  }
  const unit = await unitOf(ctx, first.decided)
  const isGrassRoots = unit.level === 'community' || unit.level === 'grid'
  const about = { category: caseCodeOf(first.category), area: isGrassRoots ? unit.area : first.area.slice(0, 6), severity: null }
  const edition = await draftForChange(ctx, { zh: '依据裁决修订', en: 'Amended by rulings' })
  const rule = ruleId(about)
  const before = await ruleBefore(ctx, edition, about)
  await putRule(ctx, edition, rule, {
    lead: first.decided,
    support: before?.support.filter((unit) => unit !== first.decided) ?? [],
    basisKind: 'ruling',
    basis: basisOf(rulings, await numbersOf(ctx, rulings)),
    grassRootsAllowed: isGrassRoots,
    precedents: rulings.map((one) => one.id),
  })
  return { edition, rule }
}
