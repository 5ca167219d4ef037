import { audit } from '#platform/audit'
import type { Context, Role } from '#platform/context'
import { sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import { keeper, missing } from '../domain/permit.ts'
import { postId } from '../domain/roles.ts'
import { changed } from '../sql/directory.ts'
import type { PostRow, Tables } from '../sql/tables.ts'
import { knownArea } from './known-area.ts'
import { unitRow } from './units.ts'

export interface PostInput {
  readonly role: Role
  readonly org: string
  readonly area: string
  readonly areas?: readonly string[] | undefined
}

/** A post's row. @throws orgs.post */
export async function postRow(ctx: Context, id: string): Promise<PostRow> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.post').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('post')
  return row
}

/**
 * Establishes a post: role × organisation × area. A post that was abolished is established again.
 * @throws orgs.unit, orgs.post (outside the area), orgs.noArea, orgs.unitClosed, orgs.postExists
 */
export async function establishPost(ctx: Context, input: PostInput): Promise<PostRow> {
  const by = keeper(ctx.actor, ['systemAdmin'], input.area, 'post')
  for (const area of input.areas ?? []) keeper(ctx.actor, ['systemAdmin'], area, 'post')
  await knownArea(ctx, input.area, ...(input.areas ?? []))
  const unit = await unitRow(ctx, input.org)
  keeper(ctx.actor, ['systemAdmin'], unit.area, 'unit')
  if (unit.valid_to !== null) {
    throw refuse('conflict', 'orgs.unitClosed', { zh: '该单位已撤销，不能再设岗位。', en: 'The unit is closed and takes no posts.' })
  }
  const id = postId(input.role, input.org, input.area)
  const row = {
    id,
    role: input.role,
    org: input.org,
    area: input.area,
    areas: [...(input.areas ?? [])],
    valid_from: ctx.now,
    valid_to: null,
  }
  const made = await ctx.db.query({
    name: 'orgs.establish',
    text: `insert into orgs.post (id, role, org, area, areas, valid_from) values ($1, $2, $3, $4, $5, $6)
      on conflict (id) do update set areas = excluded.areas, valid_from = excluded.valid_from, valid_to = null
      where orgs.post.valid_to is not null returning id`,
    values: [id, row.role, row.org, row.area, row.areas, row.valid_from],
  })
  if (made.length === 0) throw refuse('conflict', 'orgs.postExists', { zh: '这个岗位已经设立。', en: 'This post exists already.' })
  await audit(ctx, { action: 'post.established', object: { kind: 'post', id }, post: by.id })
  await changed(ctx)
  return row
}

/** Changes the set of further areas that a post serves. @throws orgs.post */
export async function changePost(ctx: Context, id: string, areas: readonly string[]): Promise<PostRow> {
  const row = await postRow(ctx, id)
  const by = keeper(ctx.actor, ['systemAdmin'], row.area, 'post')
  for (const area of areas) keeper(ctx.actor, ['systemAdmin'], area, 'post')
  if (row.valid_to !== null) throw missing('post')
  await knownArea(ctx, ...areas)
  await ctx.db
    .tables<Tables>()
    .updateTable('orgs.post')
    .set({ areas: [...areas] })
    .where('id', '=', id)
    .execute()
  await audit(ctx, { action: 'post.changed', object: { kind: 'post', id }, post: by.id, facts: { areas } })
  await changed(ctx)
  return { ...row, areas: [...areas] }
}

/** Abolishes a post: whoever holds it loses its rights at once. @throws orgs.post */
export async function abolishPost(ctx: Context, id: string): Promise<PostRow> {
  const row = await postRow(ctx, id)
  const by = keeper(ctx.actor, ['systemAdmin'], row.area, 'post')
  if (row.valid_to !== null) throw missing('post')
  const ended = await ctx.db.query<{ account: string }>({
    name: 'orgs.abolish',
    text: `with gone as (update orgs.post set valid_to = $2 where id = $1)
      update orgs.holding set to_at = greatest(from_at, $2) where post = $1 and to_at is null returning account`,
    values: [id, ctx.now],
  })
  await audit(ctx, {
    action: 'post.abolished',
    object: { kind: 'post', id },
    post: by.id,
    facts: { holders: ended.map((one) => one.account) },
  })
  await changed(ctx)
  return { ...row, valid_to: ctx.now }
}

/** True when an error says that somebody holds this post already. */
export function holdsAlready(error: unknown): boolean {
  return sqlState(error) === '23505'
}
