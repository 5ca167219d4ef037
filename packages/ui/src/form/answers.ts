import type { Pair } from '../words/index.ts'
import type { Field } from './fields.ts'

/** What was filled in, by field name; `undefined` is a question not answered yet. */
export type Answers = Readonly<Record<string, unknown>>

export function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** What a form shows when it is opened: what was typed before, else what the schema proposes. */
export function startingAnswers(fields: readonly Field[], kept: Answers = {}): Answers {
  return Object.fromEntries(fields.map((field) => [field.name, kept[field.name] ?? field.initial]))
}

const needed: Pair = { zh: '请填写', en: 'Please fill this in' }

function problemOf(field: Field, value: unknown): Pair | null {
  if (isBlank(value)) return field.required ? needed : null
  if (typeof value === 'string') {
    const length = value.trim().length
    if (field.minLength !== null && length < field.minLength) {
      return { zh: `至少写 ${field.minLength} 个字`, en: `At least ${field.minLength} characters` }
    }
    if (field.maxLength !== null && length > field.maxLength) {
      return { zh: `最多 ${field.maxLength} 个字，现在 ${length} 个`, en: `At most ${field.maxLength} characters, now ${length}` }
    }
  }
  if (typeof value === 'number') {
    if (field.min !== null && value < field.min) return { zh: `不能小于 ${field.min}`, en: `Not below ${field.min}` }
    if (field.max !== null && value > field.max) return { zh: `不能大于 ${field.max}`, en: `Not above ${field.max}` }
  }
  if (Array.isArray(value) && field.maxItems !== null && value.length > field.maxItems) {
    return { zh: `最多 ${field.maxItems} 个`, en: `At most ${field.maxItems}` }
  }
  return null
}

/** What is still missing, by field name; only what can be seen without the server. Its own refusals are shown beside these. */
export function problemsIn(fields: readonly Field[], answers: Answers): Record<string, Pair> {
  const found: Record<string, Pair> = {}
  for (const field of fields) {
    const problem = problemOf(field, answers[field.name])
    if (problem) found[field.name] = problem
  }
  return found
}

/** The request's body: questions without an answer are left out, texts trimmed. A required yes-or-no that was not touched stays out too. */
export function bodyOf(fields: readonly Field[], answers: Answers): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = answers[field.name]
    if (!isBlank(value)) body[field.name] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

/** The name of the field at which a JSON pointer such as `/body/words` points; null when it points elsewhere. */
export function fieldAt(fields: readonly Field[], pointer: string): string | null {
  const parts = pointer.split('/').filter((part) => part !== '' && part !== 'body')
  return fields.find((field) => field.name === parts[0])?.name ?? null
}
