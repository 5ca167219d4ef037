import type { Noun } from '#mechanisms/flow'
import type { Tally } from '#mechanisms/metric'
import type { Case, Outcome } from './case.ts'

/** Reasons for which a unit may return an order (国办函〔2025〕66号). */
export const returnReasons = ['notOurDuty', 'outsideOurArea', 'duplicate', 'needsLead', 'insufficient'] as const
export type ReturnReason = (typeof returnReasons)[number]

/** 工单: one unit's part in a case; one leads, any number support. */
export interface Order extends Noun {
  readonly case_id: string
  readonly unit: string
  readonly lead: boolean
  /** The unit's handling post, for which the order waits. */
  readonly post: string
  readonly dispatched_at: string | Date
  readonly acknowledged_at: string | Date | null
  readonly fed_back_at: string | Date | null
  /** When the case was reported: an extension ends at latest 15 working days after it. */
  readonly reported_at: string | Date
  /** The case's promise, for the unit's list. */
  readonly finish_by: string | Date | null
  readonly returned: boolean
  readonly return_reason: ReturnReason | null
  /** A ruling binds: no return and no objection after it. */
  readonly ruled: boolean
  readonly extension_until: string | Date | null
  /** An extension was decided; there is one. */
  readonly extended: boolean
  readonly outcome: Outcome | null
  readonly photos: readonly string[]
  /** Of its case, so that both count in one place. */
  readonly category: string
  readonly channel: string
  /** What it counts as in the figures; null while it is not counted yet. */
  readonly tally: Tally | null
}

/** Orders that still have to give an answer. */
export function isOpenOrder(order: Order): boolean {
  return order.state !== 'fedBack' && order.state !== 'withdrawn'
}

/** An order as it is born for a unit. `now` is ISO 8601. */
export function newOrder(noun: Case, id: string, given: Pick<Order, 'unit' | 'lead' | 'post' | 'ruled' | 'finish_by'>, now: string): Order {
  return {
    ...given,
    region: noun.region,
    id,
    version: 1,
    state: 'dispatched',
    area: noun.area,
    clocks: [],
    tick_at: null,
    due_at: null,
    case_id: noun.id,
    dispatched_at: now,
    acknowledged_at: null,
    fed_back_at: null,
    reported_at: noun.reported_at,
    returned: false,
    return_reason: null,
    extension_until: null,
    extended: false,
    outcome: null,
    photos: [],
    category: noun.category,
    channel: noun.channel,
    tally: null,
  }
}
