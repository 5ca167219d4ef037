import type { DispatchSuggestion } from '#modules/directory'
import type { Suggested } from './domain/reason.ts'

/** How many of the rules that did not decide a trace keeps: the nearest ones. */
const othersKept = 5

/** What the directory said, as the trace of an order keeps it: ids and codes, no words. */
export function suggestedBy(found: DispatchSuggestion): Suggested {
  return {
    edition: found.version === null ? null : Number(found.version),
    rule: found.rule,
    lead: found.lead,
    support: found.support,
    others: found.weighed.filter((one) => one.because !== 'chosen').slice(0, othersKept),
    agreement: found.agreement?.id ?? null,
  }
}
