import type { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'
import { listCategories } from '#modules/catalogue'
import { type Component, type State, states, stateSay } from '../domain/component.ts'
import type { ComponentPage, ComponentRow } from '../http/views.ts'
import { bodiesOf } from '../sql/bodies.ts'
import { cardAddress, namedAreas, typeNames } from './names.ts'
import { type Bind, narrowed, scopesOf, within } from './reach.ts'

export interface ComponentFilter {
  readonly area?: string | undefined
  readonly type?: string | undefined
  /** States, separated by commas. */
  readonly state?: string | undefined
  /** The id of the body that owns it. */
  readonly owner?: number | undefined
  readonly q?: string | undefined
}

type Row = Pick<
  Component,
  'id' | 'code' | 'name' | 'type' | 'state' | 'area' | 'place_words' | 'lon' | 'lat' | 'metres' | 'owner' | 'keeper'
>

export const rowColumns = 'c.id, c.code, c.name, c.type, c.state, c.area, c.place_words, c.lon, c.lat, c.metres, c.owner, c.keeper'

const like = (text: string): string => text.replaceAll(/[\\%_]/g, (one) => `\\${one}`)

/** Types whose name, in either language or by initials, has the words. */
async function typesNamed(ctx: Context, q: string): Promise<string[]> {
  const groups = await listCategories(ctx, { q, kind: 'component' })
  return groups.flatMap((group) => group.items.map((one) => one.class))
}

/** What was searched for: the beginning of a code, a part of a name or of the words for its place, initials, or the name of a type. */
async function searched(ctx: Context, q: string, bind: Bind): Promise<string> {
  const digits = q.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (/^\d{6,17}$/.test(digits)) {
    const [region, from, to] = [bind(digits.slice(0, 6)), bind(digits.padEnd(16, '0')), bind(digits.padEnd(17, '9'))]
    const begins = (column: string): string => `c.region = ${region} and ${column} between ${from} and ${to}`
    return `((${begins('c.code')}) or (${begins('c.former_code')}))`
  }
  const part = bind(`%${like(q)}%`)
  const parts = [`c.name like ${part}`, `c.place_words like ${part}`]
  if (/^[a-z0-9]+$/i.test(q)) parts.push(`c.initials like ${bind(`${like(q.toLowerCase())}%`)}`)
  if (/^\d{1,6}$/.test(digits)) parts.push(`c.code like ${bind(`%${digits}`)}`)
  const types = await typesNamed(ctx, q)
  if (types.length > 0 && types.length < 40) parts.push(`c.type = any(${bind(types)}::text[])`)
  return `(${parts.join(' or ')})`
}

/** The conditions of a list; every reading of components goes through the scopes of the actor's posts. */
export async function conditions(ctx: Context, filter: ComponentFilter): Promise<{ where: string[]; values: unknown[] }> {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const where = [within(narrowed(scopesOf(ctx.actor), filter.area), 'c.area', bind)]
  if (filter.type !== undefined) where.push(`c.type = ${bind(filter.type.replace(/^C/, ''))}`)
  const wanted = filter.state?.split(',').filter((one): one is State => (states as readonly string[]).includes(one))
  if (wanted === undefined) where.push("c.state <> 'removed'")
  else where.push(`c.state = any(${bind(wanted)}::text[])`)
  if (wanted !== undefined && !wanted.includes('intact')) where.push("c.state <> 'intact'")
  if (filter.owner !== undefined) where.push(`c.owner = ${bind(filter.owner)}`)
  if (filter.q !== undefined) where.push(await searched(ctx, filter.q, bind))
  return { where, values }
}

/** Rows for lists, with names. */
export async function rowViews(ctx: Context, rows: readonly Row[]): Promise<z.infer<typeof ComponentRow>[]> {
  const [types, areas, bodies] = await Promise.all([
    typeNames(
      ctx,
      rows.map((row) => row.type),
    ),
    namedAreas(
      ctx,
      rows.map((row) => row.area),
    ),
    bodiesOf(
      ctx.db,
      rows.flatMap((row) => [row.owner, row.keeper]),
    ),
  ])
  return rows.map((row) => {
    const [owner, keeper] = [row.owner, row.keeper].map((id) => (id === null ? undefined : bodies.get(id)))
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      type: types(row.type),
      state: row.state,
      stateSay: stateSay[row.state],
      area: areas(row.area),
      placeWords: row.place_words,
      lon: row.lon,
      lat: row.lat,
      metres: row.metres,
      owner: owner ? { id: owner.id, name: owner.name } : null,
      phone: keeper?.phone ?? owner?.phone ?? null,
      card: cardAddress(ctx, row.code),
    }
  })
}

/** One page in the order of codes: county, type, number (indexes component_code, component_area, component_type, component_state, component_owner). */
export async function listComponents(
  ctx: Context,
  filter: ComponentFilter & { readonly after?: string | undefined; readonly limit?: number | undefined },
): Promise<z.infer<typeof ComponentPage>> {
  const limit = filter.limit ?? 50
  const { where, values } = await conditions(ctx, filter)
  const bind: Bind = (value) => `$${values.push(value)}`
  if (filter.after !== undefined) {
    if (!/^\d{16,17}$/.test(filter.after)) {
      throw refuse('malformed', 'list.cursor', {
        zh: '翻页位置不对，请从第一页重新开始。',
        en: 'This is no place in the list; please start again from the first page.',
      })
    }
    where.push(`(c.region, c.code) > (${bind(filter.after.slice(0, 6))}, ${bind(filter.after)})`)
  }
  const rows = await ctx.db.query<Row>({
    text: `select ${rowColumns} from components.component c where ${where.join(' and ')} order by c.region, c.code limit ${bind(limit + 1)}`,
    values,
  })
  const page = rows.slice(0, limit)
  return { items: await rowViews(ctx, page), next: rows.length > limit ? (page.at(-1)?.code ?? null) : null }
}
