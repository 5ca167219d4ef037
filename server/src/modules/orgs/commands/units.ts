import { audit } from '#platform/audit'
import { localDate } from '#platform/calendar'
import type { Context } from '#platform/context'
import { brokenConstraint, sqlState } from '#platform/db'
import { refuse } from '#platform/refusal'
import { isCreditCode } from '#platform/vault'
import { keeper, missing } from '../domain/permit.ts'
import { isParty, mayStandUnder, type UnitKind } from '../domain/unit.ts'
import { changed } from '../sql/directory.ts'
import type { Tables, UnitRow } from '../sql/tables.ts'
import { knownArea } from './known-area.ts'

export interface UnitInput {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly nameEn?: string | undefined
  readonly area: string
  readonly parent?: string | null | undefined
  readonly attachedTo?: string | null | undefined
  readonly uscc?: string | null | undefined
  readonly phone?: string | undefined
}

export interface UnitChange {
  readonly version: number
  readonly name?: string | undefined
  readonly nameEn?: string | undefined
  readonly area?: string | undefined
  readonly parent?: string | null | undefined
  readonly attachedTo?: string | null | undefined
  readonly uscc?: string | null | undefined
  readonly phone?: string | undefined
}

/** A unit's row. @throws orgs.unit */
export async function unitRow(ctx: Context, id: string): Promise<UnitRow> {
  const row = await ctx.db.tables<Tables>().selectFrom('orgs.unit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('unit')
  return row
}

async function parentFits(ctx: Context, id: string, kind: UnitKind, parent: string): Promise<boolean> {
  const above = await ctx.db.query<{ id: string; kind: UnitKind }>({
    name: 'orgs.above',
    text: `with recursive up as (select id, kind, parent, 1 as n from orgs.unit where id = $1
        union all select u.id, u.kind, u.parent, up.n + 1 from orgs.unit u join up on u.id = up.parent where up.n < 20)
      select id, kind from up order by n`,
    values: [parent],
  })
  const [direct] = above
  return direct !== undefined && !above.some((one) => one.id === id) && mayStandUnder(kind, direct.kind)
}

async function checkPlace(ctx: Context, unit: Pick<UnitInput, 'id' | 'kind' | 'parent' | 'attachedTo' | 'uscc'>): Promise<void> {
  if (unit.parent && !(await parentFits(ctx, unit.id, unit.kind, unit.parent))) {
    throw refuse('invalid', 'orgs.parent', {
      zh: '上级单位不存在、会形成循环，或类别不符：党组织只能在党组织之下，其他单位不能在党组织之下。',
      en: 'The superior unit does not exist, would form a circle, or is of the wrong kind: party organisations stand under party organisations only.',
    })
  }
  if (unit.attachedTo) {
    const host = await ctx.db.tables<Tables>().selectFrom('orgs.unit').select('kind').where('id', '=', unit.attachedTo).executeTakeFirst()
    if (!host || isParty(host.kind) || !isParty(unit.kind)) {
      throw refuse('invalid', 'orgs.attached', {
        zh: '只有党组织可以设在单位里，而且该单位须存在。',
        en: 'Only a party organisation is attached to a unit, and that unit must exist.',
      })
    }
  }
  if (unit.uscc && !isCreditCode(unit.uscc)) {
    throw refuse('invalid', 'orgs.uscc', {
      zh: '统一社会信用代码的校验位不对，请核对。',
      en: 'The unified social credit code has a wrong check character.',
    })
  }
}

function taken(error: unknown): unknown {
  if (sqlState(error) !== '23505') return error
  return brokenConstraint(error) === 'unit_uscc_key'
    ? refuse('conflict', 'orgs.usccTaken', {
        zh: '这个统一社会信用代码已登记在另一单位。',
        en: 'Another unit has this credit code already.',
      })
    : refuse('conflict', 'orgs.unitExists', { zh: '这个单位编号已被使用。', en: 'A unit with this id exists already.' })
}

/**
 * Enters a unit. By a system administrator of its area.
 * @throws orgs.unit (outside the area), orgs.noArea, orgs.parent, orgs.attached, orgs.uscc, orgs.usccTaken, orgs.unitExists
 */
export async function createUnit(ctx: Context, input: UnitInput): Promise<UnitRow> {
  const post = keeper(ctx.actor, ['systemAdmin'], input.area, 'unit')
  await knownArea(ctx, input.area)
  await checkPlace(ctx, input)
  const row = {
    id: input.id,
    kind: input.kind,
    name: input.name,
    name_en: input.nameEn ?? '',
    area: input.area,
    parent: input.parent ?? null,
    attached_to: input.attachedTo ?? null,
    uscc: input.uscc ?? null,
    phone: input.phone ?? '',
    valid_from: localDate(ctx.now),
    valid_to: null,
    version: 1,
  }
  try {
    await ctx.db.tables<Tables>().insertInto('orgs.unit').values(row).execute()
  } catch (error) {
    throw taken(error)
  }
  await audit(ctx, {
    action: 'unit.created',
    object: { kind: 'unit', id: input.id },
    post: post.id,
    facts: { kind: input.kind, area: input.area },
  })
  await changed(ctx)
  return row
}

function merged(row: UnitRow, change: UnitChange): UnitRow {
  return {
    ...row,
    name: change.name ?? row.name,
    name_en: change.nameEn ?? row.name_en,
    area: change.area ?? row.area,
    parent: change.parent === undefined ? row.parent : change.parent,
    attached_to: change.attachedTo === undefined ? row.attached_to : change.attachedTo,
    uscc: change.uscc === undefined ? row.uscc : change.uscc,
    phone: change.phone ?? row.phone,
    version: row.version + 1,
  }
}

async function save(ctx: Context, row: UnitRow): Promise<void> {
  try {
    const done = await ctx.db
      .tables<Tables>()
      .updateTable('orgs.unit')
      .set(row)
      .where('id', '=', row.id)
      .where('version', '=', row.version - 1)
      .executeTakeFirst()
    if (done.numUpdatedRows === 1n) return
  } catch (error) {
    throw taken(error)
  }
  throw refuse('conflict', 'orgs.stale', {
    zh: '这条登记刚被别人改过，请重新打开后再改。',
    en: 'Somebody else has just changed this entry. Open it again, then change it.',
  })
}

/**
 * Changes a unit, as of the version that the caller has seen.
 * @throws orgs.unit, orgs.stale, orgs.parent, orgs.attached, orgs.uscc, orgs.usccTaken
 */
export async function updateUnit(ctx: Context, id: string, change: UnitChange): Promise<UnitRow> {
  const row = await unitRow(ctx, id)
  const post = keeper(ctx.actor, ['systemAdmin'], row.area, 'unit')
  const next = { ...merged(row, change), version: change.version + 1 }
  keeper(ctx.actor, ['systemAdmin'], next.area, 'unit')
  await knownArea(ctx, next.area)
  await checkPlace(ctx, { id, kind: row.kind, parent: next.parent, attachedTo: next.attached_to, uscc: next.uscc })
  await save(ctx, next)
  const fields = Object.keys(change).filter((field) => field !== 'version')
  await audit(ctx, { action: 'unit.changed', object: { kind: 'unit', id }, post: post.id, facts: { fields } })
  await changed(ctx)
  return next
}

/**
 * Ends a unit today; history keeps it.
 * @throws orgs.unit, orgs.stale, orgs.unitInUse while it has posts, units under it, or serves a compound
 */
export async function closeUnit(ctx: Context, id: string, version: number): Promise<UnitRow> {
  const row = await unitRow(ctx, id)
  const post = keeper(ctx.actor, ['systemAdmin'], row.area, 'unit')
  const [use] = await ctx.db.query<{ used: boolean }>({
    name: 'orgs.used',
    text: `select exists (select 1 from orgs.post where org = $1 and valid_to is null)
      or exists (select 1 from orgs.unit where (parent = $1 or attached_to = $1) and valid_to is null)
      or exists (select 1 from orgs.body where unit = $1) as used`,
    values: [id],
  })
  if (use?.used) {
    throw refuse('conflict', 'orgs.unitInUse', {
      zh: '该单位还有在用的岗位、下级单位或服务的小区，请先处理后再撤销。',
      en: 'The unit still has posts, units under it or compounds that it serves. Settle those first.',
    })
  }
  const next = { ...row, valid_to: localDate(ctx.now), version: version + 1 }
  await save(ctx, next)
  await audit(ctx, { action: 'unit.closed', object: { kind: 'unit', id }, post: post.id })
  await changed(ctx)
  return next
}
