export { bodyOf, fieldAt, isBlank, partsOf, problemsIn, startingAnswers } from './answers.ts'
export type { Answers } from './answers.ts'
export { fieldsOf } from './fields.ts'
export type { Choice, Field, FieldKind, JsonSchema } from './fields.ts'
