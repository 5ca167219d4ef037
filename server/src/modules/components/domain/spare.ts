import type { Say } from '#platform/refusal'

/** Why spare parts came or went. */
export const stockReasons = ['bought', 'used', 'returned', 'scrapped', 'counted'] as const
export type StockReason = (typeof stockReasons)[number]

export const stockSay: Readonly<Record<StockReason | 'begun', Say>> = {
  begun: { zh: '开始登记', en: 'First entry' },
  bought: { zh: '买进', en: 'Bought' },
  used: { zh: '用掉', en: 'Used' },
  returned: { zh: '退回', en: 'Returned' },
  scrapped: { zh: '报废', en: 'Scrapped' },
  counted: { zh: '盘点改数', en: 'Counted anew' },
}

/** Whether a change goes the way of its reason: what is bought comes, what is used goes, a count goes either way. */
export function fits(because: StockReason, change: number): boolean {
  if (!Number.isInteger(change) || change === 0) return false
  if (because === 'counted') return true
  return because === 'bought' || because === 'returned' ? change > 0 : change < 0
}
