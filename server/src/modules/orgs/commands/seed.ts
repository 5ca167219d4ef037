import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { postId } from '../domain/roles.ts'
import { changed } from '../sql/directory.ts'
import type { PostInput } from './posts.ts'
import type { UnitInput } from './units.ts'

/** Enters many units at once, parents first, without asking who does it: for seeds and imports. Harmless when repeated. */
export async function seedUnits(ctx: Context, units: readonly UnitInput[]): Promise<void> {
  const rows = units.map((unit) => ({
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    name_en: unit.nameEn ?? '',
    area: unit.area,
    parent: unit.parent ?? null,
    attached_to: unit.attachedTo ?? null,
    uscc: unit.uscc ?? null,
    phone: unit.phone ?? '',
    valid_from: localDate(ctx.now),
    valid_to: null,
    version: 1,
  }))
  await ctx.db.query({
    name: 'orgs.seed-units',
    text: 'insert into orgs.unit select * from jsonb_populate_recordset(null::orgs.unit, $1::jsonb) on conflict (id) do nothing',
    values: [JSON.stringify(rows)],
  })
  await changed(ctx)
}

/** Establishes many posts at once, for seeds and imports. Harmless when repeated. */
export async function seedPosts(ctx: Context, posts: readonly PostInput[]): Promise<void> {
  const rows = posts.map(({ role, org, area, areas }) => ({
    id: postId(role, org, area),
    role,
    org,
    area,
    areas: areas ?? [],
    valid_from: ctx.now,
    valid_to: null,
  }))
  await ctx.db.query({
    name: 'orgs.seed-posts',
    text: 'insert into orgs.post select * from jsonb_populate_recordset(null::orgs.post, $1::jsonb) on conflict (id) do nothing',
    values: [JSON.stringify(rows)],
  })
  await changed(ctx)
}
