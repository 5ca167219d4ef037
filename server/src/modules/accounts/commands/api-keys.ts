import { audit } from '#platform/audit'
import { type Context, holds } from '#platform/context'
import { cityRegion, newId } from '#platform/ids'
import { refuse } from '#platform/refusal'
import { hashToken, newToken } from '../secrets/token.ts'
import type { ApiKeyRow, Tables } from '../sql/tables.ts'

function missing() {
  return refuse('missing', 'accounts.noKey', {
    zh: '没有找到这个接口密钥，或不在您的管辖范围内。',
    en: 'There is no such API key, or it lies outside your area.',
  })
}

/** Writes a key that is already chosen: the demonstration's `demo`. Harmless when repeated. */
export async function writeApiKey(ctx: Context, name: string, key: string, area: string): Promise<string> {
  const id = newId(cityRegion, ctx.now)
  await ctx.db.query({
    name: 'accounts.write-key',
    text: 'insert into accounts.api_key (id, name, key_hash, area, created_at) values ($1, $2, $3, $4, $5) on conflict (key_hash) do nothing',
    values: [id, name, hashToken(key), area, ctx.now],
  })
  return id
}

/** Makes a partner's key; it is shown once and kept as a hash. @throws accounts.noKey (outside the area) */
export async function createApiKey(ctx: Context, name: string, area: string): Promise<{ id: string; key: string }> {
  if (!holds(ctx.actor, ['securityAdmin'], area)) throw missing()
  const key = newToken()
  const id = await writeApiKey(ctx, name, key, area)
  await audit(ctx, { action: 'apiKey.created', object: { kind: 'apiKey', id }, facts: { area } })
  return { id, key }
}

/** Ends a partner's key at once. @throws accounts.noKey */
export async function endApiKey(ctx: Context, id: string): Promise<void> {
  const row = await ctx.db.tables<Tables>().selectFrom('accounts.api_key').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.ended_at !== null || !holds(ctx.actor, ['securityAdmin'], row.area)) throw missing()
  await ctx.db.tables<Tables>().updateTable('accounts.api_key').set({ ended_at: ctx.now }).where('id', '=', id).execute()
  await audit(ctx, { action: 'apiKey.ended', object: { kind: 'apiKey', id } })
}

/** The keys of the actor's areas, by id (at most 200). */
export async function listApiKeys(ctx: Context): Promise<Omit<ApiKeyRow, 'key_hash'>[]> {
  return ctx.db.query({
    name: 'accounts.keys',
    text: `select id, name, area, created_at, ended_at from accounts.api_key
      where exists (select 1 from unnest($1::text[]) scope where starts_with(area, scope)) order by id limit 200`,
    values: [ctx.actor.posts.filter((post) => post.role === 'securityAdmin').map((post) => post.area)],
  })
}
