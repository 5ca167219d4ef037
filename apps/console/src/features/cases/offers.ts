import type { CaseView, Offer } from '../../api-types.ts'

/** A move together with what it moves. */
export interface Offering {
  readonly key: string
  readonly noun: 'case' | 'order'
  readonly id: string
  readonly version: number
  readonly offer: Offer
  /** Whose order it is, when the matter has several. */
  readonly unit: string | null
}

/**
 * Everything that may be done with a matter and its orders, the likeliest first: the order from which one came, then the other orders,
 * then the case; in each, what the server calls primary. Moves that harm come last.
 */
export function offeringsOf(one: CaseView, focus?: string): Offering[] {
  const several = one.orders.filter((order) => order.offered.length > 0).length > 1
  const ofOrders = one.orders.flatMap((order) =>
    order.offered.map(
      (offer): Offering => ({
        key: `order ${order.id} ${offer.move}`,
        noun: 'order',
        id: order.id,
        version: order.version,
        offer,
        unit: several ? order.unit.name : null,
      }),
    ),
  )
  const ofCase = one.offered.map(
    (offer): Offering => ({ key: `case ${offer.move}`, noun: 'case', id: one.id, version: one.version, offer, unit: null }),
  )
  const rank = (offering: Offering): number =>
    (offering.id === focus ? 0 : offering.noun === 'order' ? 1 : 2) + (offering.offer.primary ? 0 : 10) + (offering.offer.danger ? 20 : 0)
  return [...ofOrders, ...ofCase].sort((a, b) => rank(a) - rank(b))
}
