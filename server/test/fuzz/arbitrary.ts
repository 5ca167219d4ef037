import fc, { type Arbitrary } from 'fast-check'

/** What of JSON Schema the contract uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
}

/** Stands for a value that the city itself gave away under this name; filled in when the request is sent. */
export class Known {
  readonly name: string
  readonly at: number
  readonly otherwise: unknown
  constructor(name: string, at: number, otherwise: unknown) {
    this.name = name
    this.at = at
    this.otherwise = otherwise
  }
}

/** Texts that have broken programs before; every one is harmless to a program that treats texts as texts. */
export const nasty: readonly string[] = [
  '',
  ' ',
  "'; drop table cases.case_; --",
  '" or 1=1 --',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","x")',
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  '${7*7}{{7*7}}',
  '\r\nSet-Cookie: a=b',
  '\u0000',
  '\ud800',
  '\u202e\u200b\ufeff',
  '𠀀𠮷😀',
  '__proto__',
  'constructor',
  '1e400',
  '-0',
  '٣',
  '0x10',
  'null',
  '13800000000 21090119900101123X',
  '2031-01-01',
  '0000-00-00T00:00:00Z',
  '%%%___\\\\',
  '啊'.repeat(4001),
  'a'.repeat(300),
]

const days = ['2026-11-23', '2026-12-31', '2031-02-28', '1949-10-01', '0001-01-01', '9999-12-31']
const words = ['路灯不亮了', '楼道漏水，三天没人管', 'x', '和平社区', 'Water pipe bursts', '请联系 13800000000']

function textOf(schema: Schema, name: string): Arbitrary<unknown> {
  const { minLength = 0, maxLength = 400 } = schema
  const fit = (text: string): string => text.slice(0, maxLength).padEnd(Math.min(minLength, 60), '字')
  const free = fc.oneof(
    fc.constantFrom(...words).map(fit),
    fc.constantFrom(...nasty).map(fit),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map(fit),
  )
  const made =
    schema.format === 'date'
      ? fc.constantFrom(...days)
      : schema.format === 'date-time'
        ? fc.constantFrom(...days.map((day) => `${day}T09:00:00+08:00`), '2026-11-23T02:00:00Z')
        : schema.format === 'uuid'
          ? fc.uuid()
          : schema.pattern
            ? fc.stringMatching(new RegExp(schema.pattern))
            : free
  const known = fc.tuple(fc.nat(1000), made).map(([at, otherwise]) => new Known(name, at, otherwise))
  const weight = schema.format === 'date' || schema.format === 'date-time' ? 0 : 2
  return fc.oneof({ weight: 1, arbitrary: made }, { weight, arbitrary: known })
}

function numberOf(schema: Schema, name: string): Arbitrary<unknown> {
  if (name === 'lon' || name === 'lat') return fc.nat(1000).map((at) => new Known(name, at, 42))
  const [min, max] = [schema.minimum ?? -1000, schema.maximum ?? 100_000]
  if (schema.type !== 'integer') return fc.double({ min, max, noNaN: true })
  const whole = fc.oneof(
    fc.integer({ min: Math.max(min, -2_147_483_648), max: Math.min(max, 2_147_483_647) }),
    fc.constantFrom(...[min, max].filter((edge) => Number.isSafeInteger(edge))),
  )
  return name === 'version' ? fc.nat(1000).map((at) => new Known('version', at, 1)) : whole
}

function objectOf(schema: Schema, name: string, all: Readonly<Record<string, Schema>>, depth: number): Arbitrary<unknown> {
  const required = new Set(schema.required)
  const parts = Object.entries(schema.properties ?? {}).map(([key, part]) => {
    const value = valid(part, key, all, depth + 1)
    const chance = key === 'version' ? 5 : 2
    return fc.option(value, { nil: undefined, freq: required.has(key) ? 1_000_000 : chance }).map((one) => [key, one] as const)
  })
  const own = fc.tuple(...parts).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)))
  if (typeof schema.additionalProperties !== 'object') return own
  const more = fc.dictionary(fc.constantFrom('a', 'finish', 'acknowledge'), valid(schema.additionalProperties, name, all, depth + 1), {
    maxKeys: 2,
  })
  return fc.tuple(own, more).map(([one, other]) => ({ ...other, ...one }))
}

/** Values that a schema lets through. `name` is the field's, so that ids of real things are tried; `all` are the document's components. */
export function valid(schema: Schema, name: string, all: Readonly<Record<string, Schema>>, depth = 0): Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.$ref) return valid(all[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, all, depth)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (choices) return fc.oneof(...choices.map((one) => valid(one, name, all, depth)))
  if (schema.type === 'string') return textOf(schema, name)
  if (schema.type === 'number' || schema.type === 'integer') return numberOf(schema, name)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map((one) => valid(one, name, all, depth + 1)))
  if (schema.type === 'array') {
    const { minItems = 0, maxItems = 3 } = schema
    return fc.array(valid(schema.items ?? {}, name, all, depth + 1), {
      minLength: minItems,
      maxLength: Math.max(minItems, Math.min(maxItems, 3)),
    })
  }
  if (schema.type === 'object' || schema.properties) return objectOf(schema, name, all, depth)
  return fc.oneof(fc.constantFrom<unknown>(null, 0, true, ...words), fc.constant({}), fc.constant([]))
}

/** Values of any kind, for a place that wants another. */
export const wrong: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e308, 2 ** 53, -0.5, [], {}, [[]], { a: { a: {} } }),
  fc.constantFrom(...nasty),
)
