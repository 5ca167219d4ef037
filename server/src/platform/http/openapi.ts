import { z } from 'zod'
import type { Route } from '../route.ts'
import { Problem } from './problem.ts'

type Json = Record<string, unknown>

/** Lifts the named parts of a schema into the document's components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): unknown {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json
  const { $defs, $schema: _, ...rest } = made
  const rewrite = (text: string): unknown => JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'))
  for (const [name, part] of Object.entries(($defs ?? {}) as Json)) components[name] = rewrite(JSON.stringify(part))
  const own = rewrite(JSON.stringify(rest)) as Json
  const id = own['id']
  if (typeof id === 'string') {
    const { id: _id, ...body } = own
    components[id] = body
    return { $ref: `#/components/schemas/${id}` }
  }
  return own
}

function parametersOf(route: Route, components: Json): Json[] {
  const parameters: Json[] = []
  const from = (place: 'path' | 'query', schema: z.ZodType | undefined): void => {
    if (!schema) return
    const object = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as {
      properties?: Json
      required?: string[]
    }
    for (const [name, property] of Object.entries(object.properties ?? {})) {
      parameters.push({ name, in: place, required: place === 'path' || (object.required?.includes(name) ?? false), schema: property })
    }
  }
  from('path', route.params)
  from('query', route.query)
  if (needsKey(route)) {
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 128 } })
  }
  void components
  return parameters
}

/** True for writes of our own API, which are replayed by their key. */
export function needsKey(route: Route): boolean {
  return route.method !== 'get' && route.path.startsWith('/api/') && route.write !== 'none'
}

function bodyOf(route: Route, components: Json): Json | null {
  if (route.multipart) {
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
        },
      },
    }
  }
  if (!route.body) return null
  return { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input', components) } } }
}

function operationOf(route: Route, components: Json): Json {
  const answers: Json = {}
  for (const [status, schema] of Object.entries(route.answers)) {
    answers[status] = {
      description: route.say.en,
      ...(schema && { content: { 'application/json': { schema: schemaOf(schema, 'output', components) } } }),
    }
  }
  answers['default'] = {
    description: 'A problem with a stable code',
    content: { 'application/problem+json': { schema: schemaOf(Problem, 'output', components) } },
  }
  const body = bodyOf(route, components)
  return {
    operationId: route.operation,
    tags: [route.tag],
    summary: route.say.en,
    description: route.say.zh,
    parameters: parametersOf(route, components),
    ...(body && { requestBody: body }),
    responses: answers,
    ...(route.access === 'public' ? { security: [] } : {}),
    'x-linli-access': route.access,
    'x-linli-scope': route.scope,
  }
}

/** The contract of the product, OpenAPI 3.1, made from the routes. Paths are complete from `/`. */
export function openApi(routes: readonly Route[]): Json {
  const components: Json = {}
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = (paths[route.path] ??= {})
    path[route.method] = operationOf(route, components)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Linli 邻里', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'linli_session' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
    },
  }
}
