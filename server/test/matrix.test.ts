import { beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#platform/context'
import { modules } from '../src/app.ts'
import { grid, spotIn } from '../src/modules/cases/test/spot.ts'
import { type Person, world } from './world.ts'

/*
 * The permission matrix, made from the OpenAPI document: every route × every role × signed out, and for routes of an area,
 * inside × outside. A route that is not described cannot be served, so a new route is in the matrix at once.
 */

interface Operation {
  readonly operationId: string
  readonly 'x-linli-access': 'public' | 'signedIn' | readonly string[]
  readonly 'x-linli-scope': 'none' | 'area' | 'own'
  readonly security?: readonly unknown[]
}

interface Line {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const w = world()
let lines: Line[] = []
const people = new Map<string, Person>()

const accountOf: Readonly<Record<string, string>> = {
  resident: 'resident',
  gridWorker: 'gridworker',
  gridLeader: 'gridleader',
  communityDesk: 'community',
  hotlineClerk: 'hotline',
  dispatcher: 'dispatcher',
  departmentHandler: 'housing',
  departmentLead: 'housinglead',
  adjudicator: 'adjudicator',
  supervisor: 'supervisor',
  callbackAgent: 'callback',
  systemAdmin: 'system',
  securityAdmin: 'security',
  auditAdmin: 'audit',
  peopleKeeper: 'people',
  statutoryKeeper: 'statutory',
}

beforeAll(async () => {
  const document = (await w.visitor.get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> }
  lines = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  for (const role of roles) people.set(role, await w.as(accountOf[role] ?? role))
})

/** A path with ids that belong to nothing. */
function filled(path: string): string {
  return path.replaceAll(/\{\w+\}/g, '019a0000-0000-8000-8000-000000000000')
}

const publicPaths = /^\/(healthz|open311\/.*|api\/public\/.*|api\/openapi\.json)$|^\/api\/session$/

it('has a line for every route', () => {
  const served = modules.flatMap((module) => module.routes.map((route) => `${route.method.toUpperCase()} ${route.path}`))
  const described = new Set(lines.map((line) => `${line.method} ${line.path}`))
  expect(served.filter((route) => !described.has(route))).toEqual([])
  expect(lines.length).toBeGreaterThan(60)
})

it('marks only the agreed operations as public', () => {
  const open = lines.filter((line) => line.operation.security?.length === 0)
  expect(
    open
      .filter((line) => !publicPaths.test(line.path) || (line.path === '/api/session' && line.method !== 'POST'))
      .map((line) => `${line.method} ${line.path}`),
  ).toEqual([])
})

describe('signed out', () => {
  it('gets 401 from everything that is not public, before anything else is looked at', async () => {
    const wrong: string[] = []
    for (const { method, path, operation } of lines) {
      if (operation['x-linli-access'] === 'public') continue
      const answer = await w.visitor.send(method, filled(path), method === 'GET' ? {} : { body: '{"nonsense": tru', key: null })
      if (answer.status !== 401 && answer.status !== 400) wrong.push(`${method} ${path}: ${answer.status}`)
      const asked = await w.visitor.send(method, filled(path), method === 'GET' ? {} : { body: { nonsense: true } })
      if (asked.status !== 401) wrong.push(`${method} ${path}: ${asked.status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('signed in', () => {
  it.each(roles.map((role) => [role]))('%s is let in where the route names the role, and nowhere else', async (role) => {
    let one = people.get(role)
    const wrong: string[] = []
    for (const { method, path, operation } of lines) {
      const access = operation['x-linli-access']
      if (access === 'public' || path === '/api/events' || path === '/api/session' || path === '/api/my/account') continue // the last ends the account itself
      const allowed = access === 'signedIn' || access.includes(role)
      const ask = () => one?.send(method, filled(path), method === 'GET' ? {} : { body: {} })
      let status = (await ask())?.status ?? 0
      if (status === 401) {
        one = await w.as(accountOf[role] ?? role, true) // a route before this one ended the person's own session
        status = (await ask())?.status ?? 0
      }
      if (allowed ? status === 401 || status >= 500 : status !== 403) wrong.push(`${method} ${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('a matter', () => {
  const path = '/api/public/cases'
  const moved = (line: Line): boolean => line.path.startsWith('/api/cases/{id}')
  let id = ''

  beforeAll(async () => {
    const place = await spotIn(w, grid)
    id = ((await w.visitor.post(path, { text: '路灯不亮了', category: '20003', place })).body as { id: string }).id
  })

  it('does not exist for those whose posts lie elsewhere, whatever they try', async () => {
    const wrong: string[] = []
    for (const account of ['dispatcher2', 'housing2', 'housing', 'water']) {
      const one = await w.as(account)
      for (const line of lines.filter(moved)) {
        const access = line.operation['x-linli-access']
        const role = account === 'dispatcher2' ? 'dispatcher' : 'departmentHandler'
        const status = (await one.send(line.method, line.path.replace('{id}', id), line.method === 'GET' ? {} : { body: {} })).status
        const expected = access !== 'public' && access !== 'signedIn' && !access.includes(role) ? 403 : 404
        if (status !== expected && !(status === 422 && line.path.endsWith('/reveal')))
          wrong.push(`${account} ${line.method} ${line.path}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('can be read inside the area, and is moved only by those who may', async () => {
    for (const account of ['dispatcher', 'community', 'gridworker', 'supervisor', 'callback', 'adjudicator', 'hotline']) {
      expect((await (await w.as(account)).get(`/api/cases/${id}`)).status).toBe(200)
    }
    for (const account of ['gridworker', 'callback', 'adjudicator', 'supervisor']) {
      expect((await (await w.as(account)).post(`/api/cases/${id}/dispatch`, { lead: '990901-water' })).status).toBe(403)
    }
  })

  it('answers an id that does not exist exactly like one that is not yours', async () => {
    const one = await w.as('dispatcher2')
    const [theirs, none] = [await one.get(`/api/cases/${id}`), await one.get('/api/cases/019a0000-0000-8000-8000-000000000000')]
    const plain = (reply: { body: never }) => ({ ...(reply.body as object), requestId: '' })
    expect(plain(theirs)).toEqual(plain(none))
  })
})
