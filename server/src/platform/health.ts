import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import type { City, Context } from './context.ts'
import type { Module } from './module.ts'
import { route } from './route.ts'

const State = z.enum(['ok', 'slow', 'low'])

const Health = z
  .object({ status: z.literal('ok'), database: State, reactions: State, disk: State, milliseconds: z.number() })
  .meta({ id: 'Health' })

/** Below this many bytes free, photos and the database are in danger. */
const lowDisk = 500 * 1024 * 1024

async function diskOf(ctx: Context): Promise<'ok' | 'low'> {
  const { bavail, bsize } = await statfs(ctx.city.config.dataDir)
  return bavail * bsize < lowDisk ? 'low' : 'ok'
}

/** Milliseconds for which a look at whether the city can write is believed: whoever asks more often costs nothing. */
const believed = 2_000

const looks = new WeakMap<City, { readonly until: number; readonly look: Promise<void> }>()

/** Writes a row and a file, and takes the file away. @throws what the database or the file store says when it cannot */
async function tryToWrite(ctx: Context): Promise<void> {
  await ctx.db.query({
    name: 'health.write',
    text: `insert into platform.setting (key, value, changed_at) values ('health.write', 'true', $1)
      on conflict (key) do update set changed_at = excluded.changed_at`,
    values: [ctx.now],
  })
  await ctx.city.files.probe()
}

/** One look at a time, however many ask. */
function canWrite(ctx: Context): Promise<void> {
  const known = looks.get(ctx.city)
  if (known && known.until > performance.now()) return known.look
  const look = tryToWrite(ctx)
  looks.set(ctx.city, { until: performance.now() + believed, look })
  return look
}

async function check(ctx: Context): Promise<z.infer<typeof Health>> {
  const before = performance.now()
  const [row] = await ctx.db.query<{ late: boolean }>({
    name: 'health.outbox',
    text: "select exists (select 1 from platform.outbox where at < $1::timestamptz - interval '2 minutes') as late",
    values: [ctx.now],
  })
  const milliseconds = Math.round(performance.now() - before)
  await canWrite(ctx)
  return {
    status: 'ok',
    database: milliseconds > 500 ? 'slow' : 'ok',
    reactions: row?.late ? 'slow' : 'ok',
    disk: await diskOf(ctx).catch(() => 'low' as const),
    milliseconds,
  }
}

/** `GET /healthz`: routes are served only after migration and seed, so 200 says that both are done, that the database answers and that rows and files can be written. */
export const healthModule: Module = {
  name: 'health',
  routes: [
    route({
      method: 'get',
      path: '/healthz',
      operation: 'checkHealth',
      tag: 'server',
      say: { zh: '系统是否可用', en: 'Whether the service can serve' },
      access: 'public',
      scope: 'none',
      answers: { 200: Health },
      handle: check,
    }),
  ],
}
