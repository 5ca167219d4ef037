import type { z } from 'zod'
import type { Context } from '#platform/context'
import type { Say } from '#platform/refusal'
import type { TraceWithWords } from '#mechanisms/flow'
import { sayRules, type Weighed, weighedSay } from '#modules/directory'
import { overrideSay, readReason, type Reason } from '../domain/reason.ts'
import type { WhyView } from '../http/views.ts'
import type { Names } from './names.ts'

type Told = { readonly id: string; readonly unit: string; readonly lead: boolean }

/** How it came to the unit, in one spoken sentence. */
function howSay(order: Told, reason: Reason, names: Names): Say {
  const unit = names.unitSay(order.unit)
  const other = names.unitSay(reason.by === 'person' ? (reason.lead ?? '') : (reason.from ?? ''))
  if (reason.by === 'return') return sentOn(unit, other, reason.lead === order.unit)
  if (reason.by === 'ruling')
    return {
      zh: `${other.zh}提出异议后，裁定由${unit.zh}办理，裁定有约束力。`,
      en: `After ${other.en} objected, it was ruled that ${unit.en} handles this; the ruling binds.`,
    }
  if (!order.lead) return helping(unit, reason)
  if (reason.by === 'directory') return { zh: `按派单目录派给${unit.zh}。`, en: `Sent to ${unit.en} by the dispatch directory.` }
  if (reason.by === 'silent')
    return {
      zh: `派单目录没有说到这件事，由派单的人定给${unit.zh}。`,
      en: `The directory does not speak of this; whoever dispatched chose ${unit.en}.`,
    }
  return {
    zh: `派单目录建议派给${other.zh}，派单的人改派给了${unit.zh}。`,
    en: `The directory suggested ${other.en}; whoever dispatched chose ${unit.en} instead.`,
  }
}

function sentOn(unit: Say, from: Say, asSuggested: boolean): Say {
  return {
    zh: `${from.zh}退回后，调度员改派给${unit.zh}${asSuggested ? '，派单目录现在也这样建议' : ''}。`,
    en: `After ${from.en} returned it, the dispatcher sent it to ${unit.en}${asSuggested ? ', as the directory now suggests' : ''}.`,
  }
}

function helping(unit: Say, { by }: Reason): Say {
  return by === 'directory'
    ? { zh: `派单目录列明${unit.zh}协办。`, en: `The directory names ${unit.en} as a helper.` }
    : { zh: `派单的人请${unit.zh}协办。`, en: `Whoever dispatched asked ${unit.en} to help.` }
}

function isWeighed(code: string): code is Weighed['because'] {
  return code in weighedSay
}

function viewOf(order: Told, reason: Reason, names: Names, rules: ReadonlyMap<string, Say>): z.infer<typeof WhyView> {
  const { edition, rule, lead, override } = reason
  return {
    by: reason.by,
    say: howSay(order, reason, names),
    edition,
    rule,
    ruleSay: (rule !== null && rules.get(rule)) || null,
    suggested: lead === null ? null : names.unit(lead),
    override: override === undefined ? null : { code: override, say: overrideSay[override] },
    others: reason.others.map((one) => ({
      rule: one.rule,
      ruleSay: rules.get(one.rule) ?? null,
      unit: one.unit === null ? null : names.unit(one.unit),
      because: one.because,
      say: isWeighed(one.because) ? weighedSay[one.because] : { zh: one.because, en: one.because },
    })),
  }
}

/**
 * Why each order went where it went (「为什么派给我」): the rule and edition that decided, the rules that did not and why, or who decided
 * otherwise and on what grounds; by order id. Orders that no look into the directory came before have none.
 */
export async function whyOf(
  ctx: Context,
  orders: readonly Told[],
  rows: readonly TraceWithWords[],
  names: Names,
): Promise<ReadonlyMap<string, z.infer<typeof WhyView>>> {
  const reasons = orders.flatMap((order) => {
    const born = rows.find((row) => row.noun_id === order.id && row.move === 'dispatched')
    const reason = born ? readReason(born.facts) : null
    return reason ? [{ order, reason }] : []
  })
  const says = new Map<number, ReadonlyMap<string, Say>>()
  for (const edition of new Set(reasons.flatMap(({ reason }) => reason.edition ?? []))) {
    const rules = reasons.flatMap(({ reason }) => [reason.rule ?? '', ...reason.others.map((one) => one.rule)])
    says.set(edition, await sayRules(ctx, edition, rules))
  }
  return new Map(reasons.map(({ order, reason }) => [order.id, viewOf(order, reason, names, says.get(reason.edition ?? 0) ?? new Map())]))
}
