import type { Say } from '#platform/refusal'
import type { ReturnReason } from '../domain/order.ts'

/** Why a unit sent an order back, as people say it. */
export const returnReasonSay: Readonly<Record<ReturnReason, Say>> = {
  notOurDuty: { zh: '不是本单位职责', en: 'Not our duty' },
  outsideOurArea: { zh: '不在本辖区', en: 'Outside our area' },
  duplicate: { zh: '与另一件重复', en: 'A duplicate' },
  needsLead: { zh: '需要别的单位牵头', en: 'Another unit must lead' },
  insufficient: { zh: '信息不足，无法查找', en: 'Too little information to find it' },
}
