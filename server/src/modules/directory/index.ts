/** 派单目录: who leads a matter, in dated editions, with the reason (002-73, 000-05; 国办函〔2025〕66号). */
export { draftForChange, makeAgreement, notePreview, publishEdition, putRule } from './commands.ts'
export { type Agreement, type BasisKind, bodies, type Body, type Entry, ruleId } from './domain/directory.ts'
export { type Judge, type Judgement } from './domain/judge.ts'
export { type Judges, judgesFor } from './judging.ts'
export { type Weighed, weighedSay } from './domain/weigh.ts'
export {
  checkDispatch,
  checkReturn,
  type DispatchFacts,
  type DispatchSuggestion,
  ruleBefore,
  sayRules,
  suggestDispatch,
} from './queries.ts'
export { editionsBegun } from './shelf.ts'
