import type { NounKind } from '#mechanisms/flow'
import type { Case } from '../domain/case.ts'
import { caseFlow } from '../domain/case-flow.ts'
import type { Order } from '../domain/order.ts'
import { orderFlow } from '../domain/order-flow.ts'

const noun = ['region', 'id', 'version', 'state', 'area', 'clocks', 'tick_at', 'due_at'] as const

/** The table of cases, as the flow mechanism writes it. */
export const caseKind: NounKind<Case> = {
  flow: caseFlow,
  table: 'cases."case"',
  columns: [
    ...noun,
    'number', 'channel', 'title', 'text', 'text_sealed', 'grams', 'category', 'severity', 'emergency', 'emergency_record', 'lon', 'lat', 'datum',
    'place_words', 'photos', 'subject_region', 'subject_id', 'reporter_account', 'has_phone', 'anonymous', 'code_hash', 'last4_hash', 'reported_at', 'dispatched_at',
    'fed_back_at', 'closed_at', 'lead_unit', 'orders_open', 'outcome', 'verdict', 'satisfaction', 'contacted', 'reopened', 'reporter_silent',
    'waited_days', 'waiting_since', 'back_to', 'review_at', 'supervised', 'reminded', 'escalated', 'decline_by', 'lawful_channel', 'continued_in',
    'transferred_to', 'handlers', 'released', 'origin', 'origin_id',
  ],
  told: (one) => ({ number: one.number, account: one.reporter_account, category: one.category, channel: one.channel, unit: one.lead_unit, phone: one.has_phone, emergency: one.emergency }),
}

/** The table of work orders. */
export const orderKind: NounKind<Order> = {
  flow: orderFlow,
  table: 'cases.work_order',
  columns: [
    ...noun,
    'case_id', 'unit', 'lead', 'post', 'dispatched_at', 'acknowledged_at', 'fed_back_at', 'reported_at', 'finish_by', 'returned', 'return_reason', 'ruled',
    'extension_until', 'extended', 'outcome', 'photos',
  ],
  told: (one) => ({ caseId: one.case_id, unit: one.unit, lead: one.lead, post: one.post }),
}
