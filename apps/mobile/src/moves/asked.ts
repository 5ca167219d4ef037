import type { Pair } from '../api/shapes.ts'

/** What a drawn field needs to know; `x-widget` of the contract, or what the type says. */
export type Widget =
  | 'text'
  | 'longtext'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'choices'
  | 'satisfaction'
  | 'when'
  | 'unit'
  | 'units'
  | 'photos'
  | 'category'
  | 'county'

/** One field of a JSON Schema (draft 2020-12), as far as moves use it. */
export interface Field {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly 'x-en'?: string
  readonly description?: string
  readonly 'x-widget'?: string
  readonly 'x-say'?: readonly Pair[]
  readonly 'x-help'?: Pair
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
  readonly items?: Field
  readonly anyOf?: readonly Field[]
  readonly properties?: Readonly<Record<string, Field>>
  readonly required?: readonly string[]
}

/** What a move asks for: a JSON Schema of an object. */
export type Asked = Field

/** The field without its `null` alternative. */
export function bare(field: Field): Field {
  const one = field.anyOf?.find((each) => each.type !== 'null')
  return one ? { ...one, ...withoutAnyOf(field) } : field
}

function withoutAnyOf(field: Field): Field {
  const { anyOf: _left, ...rest } = field
  return rest
}

function typeOf(field: Field): string | undefined {
  return typeof field.type === 'string' ? field.type : field.type?.find((each) => each !== 'null')
}

const named: readonly Widget[] = ['text', 'longtext', 'satisfaction', 'unit', 'units', 'photos', 'category', 'county']

/** Which control draws the field. */
export function widgetOf(given: Field): Widget {
  const field = bare(given)
  const asked = named.find((each) => each === field['x-widget'])
  if (asked) return asked
  if (field.enum) return 'choice'
  const type = typeOf(field)
  if (type === 'boolean') return 'yesNo'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'array') return field.items?.enum ? 'choices' : 'text'
  if (field.format === 'date-time' || field.format === 'date') return 'when'
  return (field.maxLength ?? 0) > 200 ? 'longtext' : 'text'
}

/** Fields to draw, in order; constants and the version are filled in, not asked. */
export function fieldsOf(asked: Asked | null): readonly (readonly [string, Field])[] {
  const all = Object.entries(asked?.properties ?? {})
  return all.filter(([name, field]) => name !== 'version' && field.const === undefined)
}

/** Constants that the schema demands. */
export function constantsOf(asked: Asked | null): Record<string, unknown> {
  const all = Object.entries(asked?.properties ?? {})
  return Object.fromEntries(all.filter(([, field]) => field.const !== undefined).map(([name, field]) => [name, field.const]))
}

/** True when nothing has been said: such a field is left out of what is sent. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Names of required fields without an answer. */
export function missingIn(asked: Asked | null, values: Readonly<Record<string, unknown>>): readonly string[] {
  const shown = new Set(fieldsOf(asked).map(([name]) => name))
  return (asked?.required ?? []).filter((name) => shown.has(name) && isEmpty(values[name]))
}
