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

/** What was answered within a group. */
export function partsOf(value: unknown): Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answers) : {}
}

/** A group of which nothing was answered; one that must be answered counts as begun. */
const isUntouched = (field: Field, value: unknown): boolean => !field.required && Object.values(partsOf(value)).every(isBlank)

/** What a form shows when it is opened: what was typed before, else what the schema proposes. */
export function startingAnswers(fields: readonly Field[], kept: Answers = {}): Answers {
  const start = (field: Field): unknown =>
    field.fields ? startingAnswers(field.fields, partsOf(kept[field.name])) : (kept[field.name] ?? field.initial)
  return Object.fromEntries(fields.map((field) => [field.name, start(field)]))
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

/** What is still missing, by field name (`group.field` within a group); only what can be seen without the server. Its own refusals are shown beside these. */
export function problemsIn(fields: readonly Field[], answers: Answers): Record<string, Pair> {
  const found: Record<string, Pair> = {}
  for (const field of fields) {
    if (field.fields) {
      const inside = isUntouched(field, answers[field.name]) ? {} : problemsIn(field.fields, partsOf(answers[field.name]))
      for (const [name, problem] of Object.entries(inside)) found[`${field.name}.${name}`] = problem
      continue
    }
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
    if (field.fields) {
      if (!isUntouched(field, value)) body[field.name] = bodyOf(field.fields, partsOf(value))
    } else if (!isBlank(value)) body[field.name] = typeof value === 'string' ? value.trim() : value
  }
  return body
}

/** The name of the field at which a JSON pointer such as `/body/words` points (`group.field` within a group); null when it points elsewhere. */
export function fieldAt(fields: readonly Field[], pointer: string): string | null {
  const parts = pointer.split('/').filter((part) => part !== '' && part !== 'body')
  const field = fields.find((one) => one.name === parts[0])
  const inside = field?.fields ? fieldAt(field.fields, parts.slice(1).join('/')) : null
  return inside === null ? (field?.name ?? null) : `${field?.name}.${inside}`
}
