/** The life of nouns as data: flows, their clocks, and the one way in which everything changes. */
export { type ClockLife, isPaused, retimed, runs } from './clock.ts'
export { correct, type Correction, recalendar } from './correct.ts'
export { begin, type Decision, decide, type Offer, offered, projected, tick, type Trace, waitsOf } from './decide.ts'
export {
  type ClockOrder,
  type ClockSpec,
  type Condition,
  type Flow,
  listed,
  type Moment,
  type MoveSpec,
  type Noun,
  type Sample,
  type SampleTerms,
  type Settings,
  type StateSpec,
  type Wait,
  type Who,
} from './flow.ts'
export { countingSource } from './counting-source.ts'
export { label, say } from './label.ts'
export { life } from './life.ts'
export { type TraceWithWords, tracesOf } from './history.ts'
export { type Matter, move, type Moving, tickOne } from './move.ts'
export { moveBody, moveRoutesOf, splitBody } from './move-routes.ts'
export { type NounKind, Plan } from './plan.ts'
export { record } from './group-commit.ts'
export { recordQuery } from './record.ts'
export { replay, type Replayed } from './replay.ts'
export { traceSource } from './sealed.ts'
export { ClockView, clockViews, OfferView } from './view.ts'
