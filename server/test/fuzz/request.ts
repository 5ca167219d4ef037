import fc, { type Arbitrary } from 'fast-check'
import { nasty, type Schema, valid, wrong } from './arbitrary.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

interface Described {
  readonly operationId: string
  readonly 'x-linli-access': 'public' | 'signedIn' | readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** One thing that the contract lets be asked. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly described: Described
}

/** How a request is made wrong after it was made right. */
export type Spoil =
  | { readonly kind: 'none' }
  | { readonly kind: 'drop' | 'add' | 'swap'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string; readonly type: string }
  | { readonly kind: 'key'; readonly key: string | null }
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'query'; readonly name: string; readonly text: string }

/** A request before the city's own values are filled in. */
export interface Plan {
  readonly operation: Operation
  readonly actor: number
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly spoil: Spoil
}

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  )
}

const rawBodies = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '0',
  '{"a":1,"a":2}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  '{"text":"\\ud800"}',
  '{"text":"\\u0000"}',
  '{"text":"bad \xff utf"}',
  'a=1&b=2',
  '<xml/>',
  '--x\r\ncontent-disposition: form-data; name="file"; filename="../../x.exe"\r\n\r\nMZ\r\n--x--\r\n',
]
const types = [
  'application/json',
  'application/json; charset=gbk',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/xml',
  'nonsense',
]
const keys = ['', ' ', 'x'.repeat(129), 'a b', 'é', '同', 'same-key', 'same-key', null]

const spoil: Arbitrary<Spoil> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Spoil>({ kind: 'none' }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('drop', 'add', 'swap'), at: fc.nat(1000), value: wrong }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('raw'), text: fc.constantFrom(...rawBodies), type: fc.constantFrom(...types) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('key'), key: fc.constantFrom(...keys) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('path'), text: fc.constantFrom(...nasty) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('query'),
      name: fc.constantFrom(
        'limit',
        'after',
        'area',
        'q',
        'from',
        'to',
        'bbox',
        'size',
        'page',
        'page_size',
        'start_date',
        'unknown',
        'order',
      ),
      text: fc.constantFrom(...nasty, 'a', '1', '99999999999999999999', '-1'),
    }),
  },
) as Arbitrary<Spoil>

/** Requests for one operation, mostly right, from its own schema. */
export function requestsFor(operation: Operation, document: Document): Arbitrary<Plan> {
  const all = document.components.schemas
  const of = (place: string): Arbitrary<Record<string, unknown>> => {
    const some = (operation.described.parameters ?? []).filter((one) => one.in === place)
    const fields = some.map((one) =>
      fc.option(valid(one.schema, one.name, all), { nil: undefined, freq: one.required ? 1_000_000 : 2 }).map((value) => [one.name, value]),
    )
    return fc.tuple(...fields).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)))
  }
  const schema = operation.described.requestBody?.content['application/json']?.schema
  return fc.record({
    operation: fc.constant(operation),
    actor: fc.nat(1000),
    params: of('path'),
    query: of('query'),
    body: schema ? valid(schema, 'body', all) : fc.constant(undefined),
    spoil,
  })
}
