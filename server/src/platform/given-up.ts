import { z } from 'zod'
import { audit } from './audit.ts'
import type { Context } from './context.ts'
import type { Module } from './module.ts'
import { refuse } from './refusal.ts'
import { route } from './route.ts'

const GivenUp = z
  .object({
    id: z.string(),
    /** Which reaction, such as `cases.tell`. */
    reaction: z.string(),
    /** What had happened, such as `case.dispatch`. */
    kinds: z.array(z.string()),
    events: z.number().int(),
    attempts: z.number().int(),
    /** What the last try ended with: one line, for whoever looks after the server. */
    problem: z.string(),
    since: z.string(),
  })
  .meta({ id: 'GivenUpJob' })

const GivenUpList = z.object({ items: z.array(GivenUp) }).meta({ id: 'GivenUpJobList' })

interface Row {
  readonly id: string
  readonly reaction: string | null
  readonly events: readonly { readonly kind: string }[] | null
  readonly attempts: number
  readonly last_error: string | null
  readonly created_at: Date
}

async function list(ctx: Context): Promise<z.input<typeof GivenUpList>> {
  const rows = await ctx.db.query<Row>({
    name: 'given-up.list',
    text: `select j.id::text as id, p.payload ->> 'name' as reaction, p.payload -> 'events' as events, j.attempts, j.last_error, j.created_at
      from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.attempts >= j.max_attempts order by j.id limit 100`,
    values: [],
  })
  return {
    items: rows.map((row) => ({
      id: row.id,
      reaction: row.reaction ?? '',
      kinds: [...new Set((row.events ?? []).map((event) => event.kind))],
      events: row.events?.length ?? 0,
      attempts: row.attempts,
      problem: (row.last_error ?? '').split('\n')[0]?.slice(0, 200) ?? '',
      since: row.created_at.toISOString(),
    })),
  }
}

/** @throws Refusal `job.not-given-up` (404) */
async function again(ctx: Context, id: string): Promise<{ id: string }> {
  const rows = await ctx.db.query({
    name: 'given-up.again',
    text: `select graphile_worker.reschedule_jobs(array[j.id], run_at := now(), attempts := 0) from graphile_worker.jobs j
      where j.id = $1::bigint and j.attempts >= j.max_attempts`,
    values: [id],
  })
  if (rows.length === 0) {
    throw refuse('missing', 'job.not-given-up', {
      zh: '没有这项停下来的后台工作，可能已经重新开始。',
      en: 'There is no such job that was given up; it may have begun again.',
    })
  }
  await audit(ctx, { action: 'job.retried', object: { kind: 'job', id } })
  return { id }
}

/** The dead letters of the queue: reactions whose tries are used up, for the administrator to see and to begin again. */
export const givenUpModule: Module = {
  name: 'given-up',
  routes: [
    route({
      method: 'get',
      path: '/api/jobs/given-up',
      operation: 'listGivenUpJobs',
      tag: 'server',
      say: { zh: '列出多次失败后停下来的后台工作', en: 'List background jobs that were given up after many tries' },
      access: ['systemAdmin'],
      scope: 'none',
      answers: { 200: GivenUpList },
      handle: list,
    }),
    route({
      method: 'post',
      path: '/api/jobs/given-up/{id}/retry',
      operation: 'retryGivenUpJob',
      tag: 'server',
      say: { zh: '把一项停下来的后台工作重新开始', en: 'Begin a given-up job again' },
      access: ['systemAdmin'],
      scope: 'none',
      params: z.strictObject({ id: z.string().regex(/^\d{1,18}$/) }),
      answers: { 200: z.object({ id: z.string() }).meta({ id: 'GivenUpJobRetried' }) },
      handle: (ctx, { params }) => again(ctx, params.id),
      again: async (_, id) => ({ id }),
    }),
  ],
}
