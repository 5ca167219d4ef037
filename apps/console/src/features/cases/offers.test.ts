import { expect, it } from 'vitest'
import type { CaseView, Offer, OrderView } from '../../api-types.ts'
import { offeringsOf } from './offers.ts'

const offer = (move: string, more: Partial<Offer> = {}): Offer => ({
  move,
  label: { zh: move, en: move },
  consequence: null,
  primary: false,
  danger: false,
  asks: null,
  ...more,
})
const order = (id: string, offered: Offer[]): OrderView =>
  ({
    id,
    version: 1,
    unit: { id: `unit ${id}`, name: id },
    lead: true,
    state: 'dispatched',
    stateSay: { zh: '', en: '' },
    clocks: [],
    offered,
  }) as unknown as OrderView
const matter = (offered: Offer[], orders: OrderView[]): CaseView => ({ id: 'c', version: 3, offered, orders }) as unknown as CaseView

it('the order from which one came goes first, what harms last', () => {
  const one = matter(
    [offer('remind'), offer('decline', { danger: true })],
    [
      order('a', [offer('acknowledge', { primary: true }), offer('return', { danger: true })]),
      order('b', [offer('acknowledge', { primary: true })]),
    ],
  )
  expect(offeringsOf(one, 'b').map((found) => found.key)).toEqual([
    'order b acknowledge',
    'order a acknowledge',
    'case remind',
    'order a return',
    'case decline',
  ])
})

it('names the unit only when several orders could be meant', () => {
  expect(offeringsOf(matter([], [order('a', [offer('x')])]))[0]?.unit).toBeNull()
  expect(offeringsOf(matter([], [order('a', [offer('x')]), order('b', [offer('x')])])).map((found) => found.unit)).toEqual(['a', 'b'])
})
