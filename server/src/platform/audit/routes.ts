import { z } from 'zod'
import type { Context } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Route, route } from '../route.ts'
import { factsSay, textsOf } from './facts.ts'
import type { SealedSource } from './source.ts'
import type { Naming } from './values.ts'
import { FAULTS, type Fault, verifyChain } from './verify.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

const Entry = z
  .object({
    id: z.string(),
    at: z.string(),
    actorKind: z.string(),
    actorId: z.string().nullable(),
    post: z.string().nullable(),
    action: z.string(),
    objectKind: z.string(),
    objectId: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
    /** The same in words: what each is called, and its value as the registers call it. */
    factsSay: z.array(z.object({ name: Words, value: Words })),
  })
  .meta({ id: 'AuditEntry' })

const EntryList = z.object({ items: z.array(Entry), next: z.string().nullable() }).meta({ id: 'AuditEntryList' })

const EntryQuery = z.strictObject({
  actor: z.string().max(100).optional(),
  action: z.string().max(100).optional(),
  objectKind: z.string().max(60).optional(),
  objectId: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

interface EntryRow {
  id: string
  at: Date
  actor_kind: string
  actor_id: string | null
  post: string | null
  action: string
  object_kind: string
  object_id: string | null
  facts: Record<string, unknown>
}

/** A cursor is the time and the id of the last row: `2026-11-22T01:02:03.000Z_<uuid>`. */
function cursorOf(after: string | undefined): { at: string | null; id: string | null } {
  if (after === undefined) return { at: null, id: null }
  const [at = '', id = ''] = after.split('_')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw refuse('malformed', 'audit.cursor', {
      zh: '翻页位置不对，请从第一页重新查看。',
      en: 'The page position is wrong; begin again at the first page.',
    })
  }
  return { at, id }
}

async function entries(ctx: Context, naming: Naming, query: z.output<typeof EntryQuery>): Promise<z.input<typeof EntryList>> {
  const cursor = cursorOf(query.after)
  const rows = await ctx.db.query<EntryRow>({
    name: 'audit.entries',
    text: `select id, at, actor_kind, actor_id, post, action, object_kind, object_id, facts from audit.entry
      where ($1::text is null or actor_id = $1) and ($2::text is null or action = $2)
        and ($3::text is null or object_kind = $3) and ($4::text is null or object_id = $4)
        and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
        and ($7::timestamptz is null or (at, id) < ($7, $8::uuid))
      order by at desc, id desc limit $9`,
    values: [
      query.actor ?? null,
      query.action ?? null,
      query.objectKind ?? null,
      query.objectId ?? null,
      query.from ?? null,
      query.to ?? null,
      cursor.at,
      cursor.id,
      query.limit,
    ],
  })
  const nameOf = await naming(ctx, textsOf(rows.map((row) => row.facts)))
  const items = rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    post: row.post,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    facts: row.facts,
    factsSay: factsSay(row.facts, nameOf),
  }))
  const last = items.at(-1)
  return { items, next: items.length === query.limit && last ? `${last.at}_${last.id}` : null }
}

const Chain = z
  .object({
    blocks: z.number().int(),
    rows: z.number().int(),
    broken: z.array(
      z.object({
        n: z.number().int(),
        fault: z.enum(Object.keys(FAULTS) as [Fault, ...Fault[]]),
        say: Words,
        fromAt: z.string().nullable(),
        toAt: z.string().nullable(),
        sealed: z.number().int(),
        found: z.number().int(),
      }),
    ),
    next: z.number().int().nullable(),
  })
  .meta({ id: 'AuditChain' })

const ChainQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})

/** The auditor's own routes: what was done, and whether the record of it is whole. Nobody else reads them. */
export function auditRoutes(sources: readonly SealedSource[], naming: Naming): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/audit/entries',
      operation: 'listAuditEntries',
      tag: 'audit',
      say: { zh: '列出审计记录', en: 'List audit entries' },
      access: ['auditAdmin'],
      scope: 'none',
      query: EntryQuery,
      answers: { 200: EntryList },
      handle: (ctx, { query }) => entries(ctx, naming, query),
    }),
    route({
      method: 'get',
      path: '/api/audit/chain',
      operation: 'verifyAuditChain',
      tag: 'audit',
      say: { zh: '核验审计链', en: 'Verify the audit chain' },
      access: ['auditAdmin'],
      scope: 'none',
      query: ChainQuery,
      answers: { 200: Chain },
      limit: 30,
      handle: async (ctx, { query }) => {
        const found = await verifyChain(ctx, sources, query)
        const broken = found.broken.map((one) => ({
          ...one,
          say: FAULTS[one.fault],
          fromAt: one.fromAt?.toISOString() ?? null,
          toAt: one.toAt?.toISOString() ?? null,
        }))
        return { ...found, broken }
      },
    }),
  ]
}
