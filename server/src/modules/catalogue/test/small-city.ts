import { migrations } from '#platform/migrate'
import type { Module } from '#platform/module'
import type { InjectOptions } from 'fastify'
import { platformWorld, type PlatformWorld, someone } from '../../../../test/platform.ts'

/** Brings the tables of these modules into the platform's database and seeds them, before the modules start. */
function prepared(modules: readonly Module[]): Module {
  return {
    name: 'prepare',
    routes: [],
    start: async (ctx) => {
      const steps = migrations(modules.map((one) => one.name)).filter((step) => step.name.startsWith('modules/'))
      for (const step of steps) await ctx.db.query({ text: step.sql, values: [] })
      for (const one of modules) await one.seed?.(ctx)
    },
  }
}

export type Answer = {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, unknown>>
}

/** A city of few modules, and one who talks to it. `who` is a role, or null for a visitor. */
export type SmallCity = PlatformWorld & {
  ask(who: string | null, method: string, path: string, body?: unknown, key?: string): Promise<Answer>
}

let keys = 0

/** Gives a test file a city of these modules; call it at the top of the file. Everybody in it is called like their role. */
export function smallCity(modules: readonly Module[]): SmallCity {
  const world = platformWorld([prepared(modules), ...modules])
  for (const role of [
    'systemAdmin',
    'securityAdmin',
    'dispatcher',
    'departmentHandler',
    'gridWorker',
    'callbackAgent',
    'resident',
  ] as const) {
    world.be(role, someone(role, role, '2109'))
  }
  const ask: SmallCity['ask'] = async (who, method, path, body, key = `small-${process.pid}-${++keys}`) => {
    const options: InjectOptions = {
      method: method as 'GET',
      url: path,
      headers: { ...(method !== 'GET' && { 'idempotency-key': key }) },
      ...(body !== undefined && { payload: body as object }),
    }
    const answer = (await world.inject(who, options)) as { statusCode: number; payload: string; headers: Record<string, unknown> }
    return { status: answer.statusCode, body: JSON.parse(answer.payload || '{}') as Answer['body'], headers: answer.headers }
  }
  return Object.assign(Object.create(world) as PlatformWorld, { ask })
}
