import type { Pair } from '../words/index.ts'

/** The parts of a JSON Schema (2020-12) that a move's `asks` uses. `title` is Chinese, `x-en` the English label. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly (string | number)[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly title?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly 'x-en'?: string
  readonly 'x-widget'?: string
  readonly 'x-say'?: readonly Pair[]
  readonly 'x-help'?: Pair
  /** What a number counts, such as 元 or 人. */
  readonly 'x-unit'?: Pair
}

const kinds = [
  'text',
  'longtext',
  'number',
  'yesNo',
  'choice',
  'select',
  'choices',
  'date',
  'moment',
  'unit',
  'units',
  'photos',
  'category',
  'place',
  'person',
  'caseNumber',
  'county',
  'area',
  'areas',
  'account',
  'file',
  'password',
  'list',
  'group',
] as const

/** How a screen asks for a field. */
export type FieldKind = (typeof kinds)[number]

export interface Choice {
  readonly value: string | number
  readonly say: Pair
}

/** One question of a form. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  readonly label: Pair
  readonly help: Pair | null
  readonly required: boolean
  readonly choices: readonly Choice[]
  readonly initial: unknown
  /** Bounds of a number. */
  readonly min: number | null
  readonly max: number | null
  /** Bounds of a text in characters. */
  readonly minLength: number | null
  readonly maxLength: number | null
  /** Most entries of a list. */
  readonly maxItems: number | null
  /** What a number counts. */
  readonly unit?: Pair | null
  /** The questions of a group. */
  readonly fields?: readonly Field[]
}

const widgets: Readonly<Record<string, FieldKind>> = { 'date-time': 'moment', satisfaction: 'choice' }

/** The schema behind `anyOf: [x, null]`, with the labels of both. */
function unwrapped(schema: JsonSchema): JsonSchema {
  const parts = (schema.anyOf ?? schema.oneOf)?.filter((one) => one.type !== 'null')
  return parts?.length === 1 && parts[0] ? { ...parts[0], ...schema } : schema
}

function kindOf(schema: JsonSchema, choices: readonly Choice[]): FieldKind {
  const widget = schema['x-widget']
  if (widget !== undefined) {
    const known = widgets[widget] ?? kinds.find((kind) => kind === widget)
    if (known !== undefined && (known !== 'choice' || choices.length > 0)) return known
  }
  if (schema.type === 'object' && schema.properties !== undefined) return 'group'
  if (schema.type === 'boolean') return 'yesNo'
  if (schema.type === 'array') return choices.length > 0 ? 'choices' : 'list'
  if (choices.length > 0) return 'choice'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.format === 'date-time') return 'moment'
  if (schema.format === 'date') return 'date'
  return (schema.maxLength ?? 0) > 120 ? 'longtext' : 'text'
}

function choicesOf(schema: JsonSchema): Choice[] {
  const source = schema.type === 'array' ? (schema.items ?? {}) : schema
  const says = source['x-say'] ?? schema['x-say'] ?? []
  const isScale = source.minimum !== undefined && says.length > 0
  const values = source.enum ?? (isScale ? says.map((_, index) => (source.minimum ?? 0) + index) : [])
  return values.map((value, index) => ({ value, say: says[index] ?? { zh: String(value), en: String(value) } }))
}

function fieldOf(name: string, raw: JsonSchema, required: boolean): Field {
  const schema = unwrapped(raw)
  const choices = choicesOf(schema)
  const kind = kindOf(schema, choices)
  return {
    name,
    kind,
    label: { zh: schema.title ?? name, en: schema['x-en'] ?? schema.title ?? name },
    help: schema['x-help'] ?? null,
    required,
    choices,
    initial: schema.default ?? (schema.const === undefined ? undefined : schema.const),
    min: schema.minimum ?? null,
    max: schema.maximum ?? null,
    minLength: schema.minLength ?? null,
    maxLength: schema.maxLength ?? null,
    maxItems: schema.maxItems ?? null,
    unit: schema['x-unit'] ?? null,
    ...(kind === 'group' && { fields: fieldsOf(schema) }),
  }
}

/** The questions of a move, in the order in which the server asks them. A move that asks nothing has none. */
export function fieldsOf(schema: JsonSchema | null): Field[] {
  const required = new Set(schema?.required ?? [])
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => fieldOf(name, property, required.has(name)))
}
