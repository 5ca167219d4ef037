import fc from 'fast-check'
import { instant, limitOf, published } from '#platform/calendar/test/arbitraries'
import { qingyuanOrder } from './qingyuan-order.ts'
import { type Step, Walker, type WalkSettings } from './walker.ts'
import { zhangwuOrder } from './zhangwu-order.ts'

const flows = { qingyuan: qingyuanOrder, zhangwu: zhangwuOrder } as const

export interface RandomWalk {
  readonly flow: keyof typeof flows
  readonly settings: readonly WalkSettings[]
  readonly start: Date
  readonly steps: readonly Step[]
}

const limits = fc.dictionary(
  fc.constantFrom('assign', 'accept', 'take', 'finish', 'rating'),
  limitOf(['workingDays', 'naturalDays', 'hours', 'minutes'], 6),
  { maxKeys: 3 },
)

const settings = fc.array(fc.record({ limits, skipped: fc.subarray(['rate', 'ask']) }), { minLength: 2, maxLength: 2 })

const step: fc.Arbitrary<Step> = fc.record({
  minutes: fc.oneof(fc.nat(30), fc.nat(1_500), fc.nat(8_000)),
  pick: fc.nat(99),
  setting: fc.nat(1),
})

/** Random lives of both flows, under two random settings that change as the area pleases. */
export const randomWalk: fc.Arbitrary<RandomWalk> = fc.record({
  flow: fc.constantFrom('qingyuan', 'zhangwu'),
  settings,
  start: instant,
  steps: fc.array(step, { maxLength: 9 }),
})

/** Walks, and looks at the errand after its birth and after each step. */
export function walked({ flow, settings, start, steps }: RandomWalk, look: (walker: Walker) => void = () => undefined): Walker {
  const walker = new Walker(flows[flow], published, settings, start)
  look(walker)
  for (const taken of steps) {
    walker.step(taken)
    look(walker)
  }
  return walker
}
