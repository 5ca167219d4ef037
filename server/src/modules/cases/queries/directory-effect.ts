import { setImmediate as breathe } from 'node:timers/promises'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { type Judges, judgesFor, notePreview } from '#modules/directory'
import { type Both, Effect, largest, type PastMatter } from '../domain/effect.ts'
import { reach } from '../domain/policy.ts'
import type { EffectExample, EffectView } from '../http/effect-views.ts'
import { type Names, namesFor } from './names.ts'
import { type Past, pastMatters } from './past-matters.ts'

/** How far back the matters of a preview lie, in days. */
const days = 30
const dayMs = 86_400_000
/** After so many matters others have their turn. */
const atOnce = 1_000
const shiftsShown = 40
const linesShown = 30

const silent = { lead: null, blocked: false }

/** What both editions say, asked once for matters that are alike. */
function asking({ draft, present }: Judges): (one: PastMatter) => Both {
  const known = new Map<string, Pick<Both, 'was' | 'is'>>()
  return (one) => {
    const { category, area, severity, lead_unit } = one
    const key = `${category} ${area} ${severity}`
    let said = known.get(key)
    if (!said) known.set(key, (said = { was: present?.judge.judge(one) ?? silent, is: draft.judge(one) }))
    const lets = (judge: typeof draft | undefined): boolean =>
      lead_unit === null || judge === undefined || judge.lets({ category, area, severity }, lead_unit)
    return { ...said, letWas: lets(present?.judge), letsIs: lets(draft) }
  }
}

async function effectOf(past: Past, judges: Judges): Promise<Effect> {
  const effect = new Effect()
  const ask = asking(judges)
  for (const [index, one] of past.matters.entries()) {
    if (index % atOnce === atOnce - 1) await breathe()
    effect.add(one, ask)
  }
  return effect
}

type Example = z.infer<typeof EffectExample>

/** Examples: whoever may see the matter reads its title and opens it; for everybody else it is a number, a class and a place. */
function exampleOf(ctx: Context, names: Names): (one: PastMatter) => Example {
  const { prefixes, units } = reach(ctx.actor)
  const opens = (one: PastMatter): boolean =>
    prefixes.some((area) => one.area.startsWith(area)) || (one.lead_unit !== null && units.includes(one.lead_unit))
  return (one) => ({
    id: one.id,
    number: one.number,
    title: opens(one) ? one.title : null,
    category: names.category(one.category),
    area: names.area(one.area),
  })
}

async function effectNames(ctx: Context, effect: Effect): Promise<Names> {
  const examples = [...effect.shifts.values()].flatMap((one) => one.examples)
  const areas = [...effect.areas.of.keys(), ...[...examples, ...effect.nobodyExamples, ...effect.blockedExamples].map((one) => one.area)]
  return namesFor(ctx, { areas, categories: [...effect.categories.of.keys()] })
}

/**
 * What an edition would change, on the matters of the last 30 days: who would lead them by it and who by the edition in force, from whom to
 * whom, by class and town, whom nobody would have, and what would be barred from a community (国办函〔2025〕66号). Looking at a draft is
 * written down with its version, and only what was looked at is published.
 * @throws Refusal `directory.missing` (404)
 */
export async function previewEffect(ctx: Context, number: number): Promise<z.infer<typeof EffectView>> {
  const judges = await judgesFor(ctx, number)
  const past = await pastMatters(ctx, new Date(ctx.now.getTime() - days * dayMs), ctx.now)
  const effect = await effectOf(past, judges)
  await notePreview(ctx, judges)
  return viewOf(ctx, judges, past, effect, await effectNames(ctx, effect))
}

function viewOf(ctx: Context, judges: Judges, past: Past, effect: Effect, names: Names): z.infer<typeof EffectView> {
  const unit = (id: string | null) => (id === null ? null : names.unit(id))
  const example = exampleOf(ctx, names)
  const shifts = [...effect.shifts.values()].sort((a, b) => b.n - a.n)
  const { categories, areas } = effect
  return {
    edition: judges.number,
    version: judges.version,
    present: judges.present?.number ?? null,
    from: past.from.toISOString(),
    to: past.to.toISOString(),
    found: past.found,
    drawn: past.matters.length,
    stride: past.stride,
    unneeded: effect.unneeded,
    examined: effect.examined,
    same: effect.same,
    moved: effect.moved,
    nobody: effect.nobody,
    blocked: effect.blocked,
    practice: effect.practice,
    shiftsInAll: shifts.length,
    shifts: shifts.slice(0, shiftsShown).map((one) => ({
      from: unit(one.from),
      to: unit(one.to),
      n: one.n,
      categories: largest(one.categories, 5).map(({ key, n }) => ({ ...names.category(key), n })),
      areas: largest(one.areas, 5).map(({ key, n }) => ({ ...names.area(key), n })),
      examples: one.examples.map(example),
    })),
    categories: largest(categories.moved, linesShown).map(({ key, n }) => ({ ...names.category(key), n, of: categories.of.get(key) ?? n })),
    areas: largest(areas.moved, linesShown).map(({ key, n }) => ({ ...names.area(key), n, of: areas.of.get(key) ?? n })),
    nobodyExamples: effect.nobodyExamples.map(example),
    blockedExamples: effect.blockedExamples.map(example),
  }
}
